import { dayIn, isUuid, ok, refused, type Result } from '#kernel';
import { newId, newReference, officerOf, type Tx } from '#platform';
import { Programmes, unusedDueOn, visaDates } from '#programme';
import { Injectable } from '@nestjs/common';
import { CaseDocuments } from '../document/case-documents.service.ts';
import { CaseMoves, type MoveWith } from '../case/case-moves.service.ts';
import {
  mayAssign,
  mayDecide,
  type AssignRefusal,
  type DecideRefusal,
  type Officer,
} from '../domain/assignment.ts';
import type { CaseEvent } from '../domain/case.lifecycle.ts';
import { isRefusalReason, refusalOf } from '../domain/reasons.ts';
import type { CaseRow, VisaRow } from '../case/visa-case.entity.ts';
import { CaseStore } from '../case/visa-case.store.ts';
import { VisaStore } from '../case/visa.store.ts';

export type RefuseRefusal = 'unknown_reason' | DecideRefusal;

const NUMBER_TRIES = 3;

/**
 * What an officer does with a case that is locked. He holds it before he decides it; the actor is
 * always the officer.
 */
@Injectable()
export class Reviewing {
  constructor(
    private readonly store: CaseStore,
    private readonly visas: VisaStore,
    private readonly moves: CaseMoves,
    private readonly programmes: Programmes,
    private readonly documents: CaseDocuments,
  ) {}

  /**
   * The longest waiting case of the officer's own consulate, or of the one chosen by staff of all
   * consulates, becomes the officer's, under review.
   */
  async takeNext(
    tx: Tx,
    own: string | null,
    chosen?: string,
  ): Promise<Result<CaseRow, 'queue_empty' | 'no_consulate'>> {
    const id = own ?? chosen ?? '';
    const consulate = isUuid(id) ? await this.programmes.consulate(tx, id) : null;
    if (!consulate) return refused('no_consulate');
    const row = await this.store.lockNext(tx, consulate.id);
    if (!row) return refused('queue_empty');
    return ok(await this.begun(tx, await this.hold(tx, row, officerOf(tx))));
  }

  /**
   * Makes the officer the holder; of a case that nobody has begun, the review begins. `consulateId` is
   * the officer's consulate; null for all consulates.
   */
  async take(
    tx: Tx,
    row: CaseRow,
    consulateId: string | null,
  ): Promise<Result<CaseRow, AssignRefusal>> {
    const accountId = officerOf(tx);
    const may = mayAssign(row, { accountId, consulateId } satisfies Officer);
    if (!may.ok) return may;
    const held = row.assignedTo === accountId ? row : await this.hold(tx, row, accountId);
    return ok(await this.begun(tx, held));
  }

  /** Gives the case back; under review it waits for the next officer. */
  async release(tx: Tx, row: CaseRow): Promise<Result<CaseRow, 'not_held_by_you'>> {
    if (row.assignedTo !== officerOf(tx)) return refused('not_held_by_you');
    return ok(await this.hold(tx, row, null));
  }

  /**
   * Refuses a visa, before any bond was asked or although it was posted (R5); the applicant is told.
   * `CaseRefusals.refuse` looks after the bond.
   */
  async refuse(tx: Tx, row: CaseRow, reasonCode: string): Promise<Result<CaseRow, RefuseRefusal>> {
    if (!isRefusalReason(reasonCode)) return refused('unknown_reason');
    return this.decide(tx, row, refusalOf(row.state), { reasonCode, mail: 'case_refused' });
  }

  /**
   * Issues the visa: single entry, dated from today in the consulate's zone (R13). `Visas.issue` asks
   * before what became of the bond's money.
   */
  async issueVisa(tx: Tx, held: CaseRow): Promise<Result<VisaRow, DecideRefusal>> {
    const decided = await this.decide(tx, held, 'visa_issued', {});
    if (!decided.ok) return decided;
    const row = decided.value;
    const { rules } = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    const dates = visaDates(dayIn(tx.now, consulate!.timeZone), rules);
    for (let tries = 0; tries < NUMBER_TRIES; tries++) {
      const visa: VisaRow = {
        id: newId(),
        caseId: row.id,
        applicantAccountId: row.applicantAccountId,
        number: newReference('V'),
        ...dates,
        programmeCode: row.programmeCode,
        stayDays: rules.stayDays,
        issuedAt: tx.now,
        issuedBy: officerOf(tx),
        admittedOn: null,
        admittedDocumentId: null,
        leaveBy: null,
        extendedUntil: null,
        departedOn: null,
        dueOn: unusedDueOn(dates.validUntil, rules),
        stayZone: null,
        remindOn: null,
      };
      if (!(await this.visas.insert(tx, visa))) continue;
      const { validUntil, stayDays } = visa;
      const facts = { validUntil, stayDays, withPorts: true } as const;
      await this.moves.tell(tx, row, 'visa_issued', facts);
      return ok(visa);
    }
    throw new Error('no free visa number was found');
  }

  private async decide(
    tx: Tx,
    row: CaseRow,
    event: CaseEvent,
    more: MoveWith,
  ): Promise<Result<CaseRow, DecideRefusal>> {
    const isConfirmed = await this.documents.isPassportConfirmed(tx, row.id);
    const may = mayDecide(row, officerOf(tx), event, isConfirmed);
    return may.ok ? ok(await this.moves.move(tx, row, event, more)) : may;
  }

  private begun(tx: Tx, row: CaseRow): Promise<CaseRow> | CaseRow {
    return row.state === 'submitted' ? this.moves.move(tx, row, 'review_started') : row;
  }

  private async hold(tx: Tx, row: CaseRow, officerId: string | null): Promise<CaseRow> {
    await this.store.assign(tx, row.id, officerId);
    await this.moves.note(tx, row, officerId === null ? 'released' : 'assigned');
    return { ...row, assignedTo: officerId, assignedAt: officerId === null ? null : tx.now };
  }
}
