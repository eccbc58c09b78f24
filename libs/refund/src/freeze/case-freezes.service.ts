import { Cases, type CaseRow } from '#application';
import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isFreezeReason, isLiftReason, mayAnswerLift } from '../domain/freeze.lifecycle.ts';
import type { CaseFreeze } from './case-freeze.entity.ts';
import { FreezeStore } from './freeze.store.ts';

type PlaceRefusal = 'unknown_reason' | 'already_frozen' | 'wrong_state';
type LiftRefusal = 'unknown_freeze' | 'unknown_reason' | 'wrong_state' | 'same_person';
type Answer = Promise<Result<CaseFreeze, LiftRefusal>>;

/** Officers stop a case at once, and let it go on by two. */
@Injectable()
export class CaseFreezes {
  constructor(
    private readonly store: FreezeStore,
    private readonly cases: Cases,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  find(tx: Tx, id: string): Promise<CaseFreeze | null> {
    return this.store.find(tx, id);
  }

  ofCase(tx: Tx, caseId: string): Promise<CaseFreeze[]> {
    return this.store.ofCase(tx, caseId);
  }

  all(tx: Tx): Promise<CaseFreeze[]> {
    return this.store.all(tx);
  }

  /** The case must be locked. Also one that is over: its money may still be on its way. */
  async place(
    tx: Tx,
    theCase: CaseRow,
    reasonCode: string,
  ): Promise<Result<CaseFreeze, PlaceRefusal>> {
    if (!isFreezeReason(reasonCode)) return refused('unknown_reason');
    if (theCase.state === 'draft') return refused('wrong_state', { state: theCase.state });
    return this.add(tx, theCase, { reasonCode, placedBy: personOf(tx), processorWarningId: null });
  }

  /** The bank whose card paid for it warns of fraud. The case must be locked. */
  async warned(tx: Tx, theCase: CaseRow, processorWarningId: string): Promise<void> {
    const known = await this.store.isKnownWarning(tx, processorWarningId);
    if (known) return;
    await this.add(tx, theCase, {
      reasonCode: 'fraud_warning',
      placedBy: null,
      processorWarningId,
    });
  }

  private async add(
    tx: Tx,
    { id: caseId, reference }: CaseRow,
    why: Pick<CaseFreeze, 'reasonCode' | 'placedBy' | 'processorWarningId'>,
  ): Promise<Result<CaseFreeze, 'already_frozen'>> {
    const standing = await this.store.ofCase(tx, caseId);
    if (standing.some((f) => f.reasonCode === why.reasonCode)) return refused('already_frozen');
    const row: CaseFreeze = {
      ...{ id: newId(), caseId, reference, ...why, placedAt: tx.now },
      ...{ state: 'in_force', stateSince: tx.now, version: 1 },
      ...{ liftReason: null, proposedBy: null, approvedBy: null },
    };
    await this.store.add(tx, row);
    await this.note(tx, row, 'placed');
    return ok(row);
  }

  async proposeLift(tx: Tx, id: string, liftReason: string): Answer {
    if (!isLiftReason(liftReason)) return refused('unknown_reason');
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_freeze');
    if (row.state !== 'in_force') return refused('wrong_state', { state: row.state });
    await this.store.move(tx, row, 'proposed', { liftReason, proposedBy: personOf(tx) });
    return this.noted(tx, row, 'proposed');
  }

  /** The second person agrees: the worker lets go on what was stopped. */
  async approve(tx: Tx, id: string): Answer {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_freeze');
    const by = personOf(tx);
    const may = mayAnswerLift(row, 'approved', by);
    if (!may.ok) return may;
    await this.store.move(tx, row, 'approved', { approvedBy: by });
    await this.putJob(tx, row.id);
    return this.noted(tx, row, 'approved');
  }

  /** The second person does not agree, or the first takes it back: it stays frozen. */
  async decline(tx: Tx, id: string): Answer {
    const row = await this.lock(tx, id);
    if (!row) return refused('unknown_freeze');
    const may = mayAnswerLift(row, 'declined', personOf(tx));
    if (!may.ok) return may;
    await this.store.move(tx, row, 'declined', { liftReason: null, proposedBy: null });
    return this.noted(tx, row, 'declined');
  }

  putJob(tx: Tx, freezeId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'freeze.lift', { freezeId }, { singletonKey: freezeId });
  }

  async noted(tx: Tx, row: CaseFreeze, what: string) {
    await this.note(tx, row, what);
    return ok(row);
  }

  /** An officer's login can lock what is still to be answered and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<CaseFreeze | null> {
    const found = await this.store.find(tx, id);
    if (!found) return null;
    await this.cases.lock(tx, found.caseId);
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }

  private note(tx: Tx, row: CaseFreeze, what: string): Promise<void> {
    return this.audit.write(tx, {
      action: `case_freeze.${what}`,
      subjectKind: 'visa_case',
      subjectId: row.caseId,
      details: { freeze: row.id, reason: row.reasonCode },
    });
  }
}
