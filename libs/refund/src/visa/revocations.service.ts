import { Cases, type CaseRow } from '#application';
import { AuditLog } from '#audit';
import { putCancelJob } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isRevocationReason, isUnused, mayAnswer } from '../domain/revocation.lifecycle.ts';
import type { Revocation } from './revocation.entity.ts';
import { RevocationStore } from './revocation.store.ts';

export type RevokeRefusal =
  'wrong_state' | 'unknown_reason' | 'already_proposed' | 'unknown_revocation' | 'same_person';

/**
 * A visa is cancelled before it was used: given back by its traveller, or taken by the state. Two
 * people say so, since money moves; the bond then goes back by itself (R15d).
 */
@Injectable()
export class Revocations {
  constructor(
    private readonly store: RevocationStore,
    private readonly cases: Cases,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  find(tx: Tx, id: string): Promise<Revocation | null> {
    return this.store.find(tx, id);
  }

  proposedFor(tx: Tx, caseId: string): Promise<Revocation | null> {
    return this.store.proposedFor(tx, caseId);
  }

  waiting(tx: Tx): Promise<Revocation[]> {
    return this.store.waiting(tx);
  }

  /** The case must be locked. */
  async propose(
    tx: Tx,
    row: CaseRow,
    reasonCode: string,
  ): Promise<Result<Revocation, RevokeRefusal>> {
    if (!isRevocationReason(reasonCode)) return refused('unknown_reason');
    if (!isUnused(row.state)) return refused('wrong_state', { state: row.state });
    if (await this.store.proposedFor(tx, row.id)) return refused('already_proposed');
    const revocation: Revocation = {
      ...{ id: newId(), caseId: row.id, reference: row.reference, reasonCode },
      ...{ state: 'proposed', proposedBy: personOf(tx), proposedAt: tx.now },
      ...{ decidedBy: null, decidedAt: null },
    };
    await this.store.insert(tx, revocation);
    await this.note(tx, revocation, 'proposed');
    return ok(revocation);
  }

  /** The second person agrees: the case ends, and the worker returns what its bond holds. */
  async approve(tx: Tx, id: string): Promise<Result<CaseRow, RevokeRefusal>> {
    const found = await this.onDesk(tx, id, 'approved');
    if (!found.ok) return found;
    const { row, revocation } = found.value;
    // The traveller may have entered meanwhile.
    if (!isUnused(row.state)) return refused('wrong_state', { state: row.state });
    await this.store.answer(tx, id, 'approved', personOf(tx));
    await this.note(tx, revocation, 'approved');
    const closed = await this.cases.close(tx, row, 'visa_revoked');
    await putCancelJob(this.jobs, tx, row.id);
    return ok(closed);
  }

  /** The second person does not agree, or the first takes it back: the visa stays as it is. */
  async decline(tx: Tx, id: string): Promise<Result<CaseRow, RevokeRefusal>> {
    const found = await this.onDesk(tx, id, 'declined');
    if (!found.ok) return found;
    await this.store.answer(tx, id, 'declined', personOf(tx));
    await this.note(tx, found.value.revocation, 'declined');
    return ok(found.value.row);
  }

  private async onDesk(
    tx: Tx,
    id: string,
    event: 'approved' | 'declined',
  ): Promise<Result<{ row: CaseRow; revocation: Revocation }, RevokeRefusal>> {
    const found = await this.store.find(tx, id);
    if (!found) return refused('unknown_revocation');
    const row = await this.cases.lock(tx, found.caseId);
    const revocation = await this.store.find(tx, id);
    const may = mayAnswer(revocation!, event, personOf(tx));
    return may.ok ? ok({ row, revocation: revocation! }) : may;
  }

  private note(tx: Tx, r: Revocation, what: 'proposed' | 'approved' | 'declined'): Promise<void> {
    return this.audit.write(tx, {
      action: `visa_revocation.${what}`,
      subjectKind: 'visa_case',
      subjectId: r.caseId,
      details: { revocation: r.id, reason: r.reasonCode },
    });
  }
}
