import { dayIn, type PlainDate, type Zone } from '#kernel';
import { referenceFrom, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMoves } from './case-moves.service.ts';
import { InformationRequestStore } from '../information/information-request.store.ts';
import { nextReminder } from '../domain/reminders.ts';
import type { CloseReason } from '../domain/reasons.ts';
import type { CaseRow } from './visa-case.entity.ts';
import { CaseStore } from './visa-case.store.ts';
import { VisaStore } from './visa.store.ts';

/** Days in the port's zone. */
export interface Admission {
  readonly on: PlainDate;
  /** Last authorised day, inclusive (R13). */
  readonly leaveBy: PlainDate;
  /** The document that was shown. */
  readonly documentId: string;
  /** Of the port. */
  readonly zone: Zone;
  /** Until when records are waited for if no departure comes (R16). */
  readonly dueOn: PlainDate;
}

/** A higher library asked for a case that is not there, or not the actor's: a bug. */
class NoSuchCase extends Error {
  constructor(id: string) {
    super(`no case ${id} in sight`);
    this.name = 'NoSuchCase';
  }
}

/**
 * A case's lock, and its steps for libraries that decide about bond and travel: those lock it first
 * and decide with `caseLifecycle`; a step that the lifecycle lacks throws StateMoved.
 */
@Injectable()
export class Cases {
  constructor(
    private readonly store: CaseStore,
    private readonly visas: VisaStore,
    private readonly moves: CaseMoves,
    private readonly requests: InformationRequestStore,
  ) {}

  /** The case, locked until the commit: first of the locks, before bond and account. */
  async lock(tx: Tx, caseId: string): Promise<CaseRow> {
    const row = await this.store.lock(tx, caseId);
    if (!row) throw new NoSuchCase(caseId);
    return row;
  }

  /** Many, by id, locked in the order of their ids. */
  async lockAll(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> {
    const rows = await this.store.lockAll(tx, caseIds);
    const missing = caseIds.find((id) => !rows.has(id));
    if (missing !== undefined) throw new NoSuchCase(missing);
    return rows;
  }

  /** The same by reference, as people type it. Null where staff have none: a draft is its applicant's. */
  async lockSubmitted(tx: Tx, reference: string): Promise<CaseRow | null> {
    const kept = referenceFrom(reference, 'VB');
    const row = kept && (await this.store.lockByReference(tx, kept));
    return row && row.submittedAt ? row : null;
  }

  /** A bond was directed (R4). Whoever directs checks `mayDecide` first. */
  bondRequired(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'bond_required');
  }

  /** Two people waived the bond (R8). */
  approvedWithoutBond(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'approved_without_bond');
  }

  /** The bond is held. */
  bondPosted(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'bond_posted');
  }

  /** Nobody posted in time (R9). */
  bondsLapsed(tx: Tx, rows: readonly CaseRow[]): Promise<CaseRow[]> {
    return this.moves.moveAll(tx, rows, 'bond_lapsed');
  }

  /** The bond may be posted after all (R9). */
  reopened(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'reopened');
  }

  /** The posted money was taken back before a visa was issued. */
  paymentReversed(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'payment_reversed');
  }

  /** The applicant takes the application back; whoever calls gives a posted bond back (R15d). */
  async withdrawn(tx: Tx, row: CaseRow): Promise<CaseRow> {
    if (row.state === 'draft') await this.store.saveDraft(tx, row.id, null);
    if (row.state === 'information_requested') {
      const ended = { endedAt: tx.now, outcome: 'withdrawn', answerSealed: null } as const;
      await this.requests.end(tx, row.id, ended);
    }
    const isKnown = row.state !== 'draft'; // nobody but the applicant knew of a draft
    return this.moves.move(tx, row, 'withdrawn', isKnown ? { mail: 'case_withdrawn' } : {});
  }

  /** The traveller was let in: the stay has its end. */
  async admitted(tx: Tx, row: CaseRow, admission: Admission): Promise<CaseRow> {
    const { on, leaveBy, documentId, zone, dueOn } = admission;
    await this.visas.update(tx, row.id, {
      ...{ admittedOn: on, admittedDocumentId: documentId, leaveBy, stayZone: zone, dueOn },
      // The mail about the entry says the day: what is due today needs no second one.
      remindOn: nextReminder(leaveBy, dayIn(tx.now, zone)),
    });
    const facts = { leaveBy, withPorts: true } as const;
    return this.moves.move(tx, row, 'admitted', { mail: 'entry_recorded', facts });
  }

  /**
   * The border took its record of the admission back: the visa is as if it had not been used. `dueOn`
   * is until when records are waited for then (R15b).
   */
  async admissionTakenBack(tx: Tx, row: CaseRow, dueOn: PlainDate): Promise<CaseRow> {
    await this.visas.update(tx, row.id, {
      ...{ admittedOn: null, admittedDocumentId: null, leaveBy: null, stayZone: null },
      ...{ remindOn: null, dueOn },
    });
    return this.moves.move(tx, row, 'admission_taken_back');
  }

  /** The traveller left. Whether the case closes is for whoever assesses the departure. */
  async departed(tx: Tx, row: CaseRow, on: PlainDate): Promise<void> {
    await this.visas.update(tx, row.id, { departedOn: on, dueOn: null, remindOn: null });
    await this.moves.note(tx, row, 'departed', { on: `${on}` });
  }

  /** A longer stay was granted: its last day moves, with its reminders and what is due after it (R17). */
  async extended(
    tx: Tx,
    row: CaseRow,
    { until, dueOn }: { readonly until: PlainDate; readonly dueOn: PlainDate },
  ): Promise<void> {
    const visa = await this.visas.ofCase(tx, row.id);
    if (!visa?.stayZone) throw new Error('a stay that has not begun was extended');
    const remindOn = nextReminder(until, dayIn(tx.now, visa.stayZone));
    await this.visas.update(tx, row.id, {
      ...{ leaveBy: until, extendedUntil: until },
      ...(!visa.departedOn && { dueOn, remindOn }),
    });
    await this.moves.note(tx, row, 'stay_extended', { until: `${until}` });
    await this.moves.tell(tx, row, 'stay_extended', { leaveBy: until, withPorts: true });
  }

  /** People decide about the stay: no record is waited for any more. */
  async notAwaited(tx: Tx, row: CaseRow): Promise<void> {
    await this.visas.update(tx, row.id, { dueOn: null });
  }

  /** Evidence is waited for, by a clock of its own: records are not looked at until its end. */
  async evidenceRequested(tx: Tx, row: CaseRow): Promise<void> {
    await this.visas.update(tx, row.id, { dueOn: null });
  }

  /** Visas of a programme whose stay was decided meanwhile are looked at no more. */
  stopLooking(tx: Tx, programmeCode: string, through: PlainDate): Promise<void> {
    return this.visas.clearDue(tx, programmeCode, through);
  }

  /** The visa is of no more use and the stay is decided. Money may still move afterwards. */
  close(tx: Tx, row: CaseRow, reasonCode: CloseReason): Promise<CaseRow> {
    const told = reasonCode === 'visa_revoked' ? ({ mail: 'visa_revoked' } as const) : {};
    return this.moves.move(tx, row, 'closed', { reasonCode, ...told });
  }
}
