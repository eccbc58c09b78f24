import { Cases, mayDecide, type CaseRow, type DecideRefusal } from '#application';
import { AuditLog, type AuditEvent } from '#audit';
import { ok, refused, type Instant, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { postingDeadline, Programmes, type ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { BondDirection } from '../direction/bond-direction.entity.ts';
import { bondLifecycle, isToPost, type BondEvent } from '../domain/bond.lifecycle.ts';
import { OpenSessions } from '../payment/open-sessions.service.ts';
import {
  customerOf,
  isTooOldToRefund,
  postedBy,
  type PaymentToRefund,
} from '../payment/posted-by.queries.ts';
import type { Bond } from './bond.entity.ts';
import { BondMails, type BondOfCase } from './bond-mails.service.ts';
import { BondStore, type BondToLookAt, type MoveBond } from './bond.store.ts';

/** The bond's steps. Each writes history and trail; the caller holds the lock of case and bond. */
@Injectable()
export class Bonds {
  constructor(
    private readonly store: BondStore,
    private readonly cases: Cases,
    private readonly programmes: Programmes,
    private readonly mails: BondMails,
    private readonly audit: AuditLog,
    private readonly sessions: OpenSessions,
  ) {}

  ofCase(tx: Tx, caseId: string): Promise<Bond | null> {
    return this.store.ofCase(tx, caseId);
  }

  /** The bond of a case that is locked. */
  lockOfCase(tx: Tx, caseId: string): Promise<Bond | null> {
    return this.store.lockOfCase(tx, caseId);
  }

  find(tx: Tx, bondId: string): Promise<Bond | null> {
    return this.store.find(tx, bondId);
  }

  takeToLookAt(tx: Tx, limit: number): Promise<BondToLookAt[]> {
    return this.store.takeToLookAt(tx, limit);
  }

  giveBackLooks(tx: Tx, bonds: readonly BondToLookAt[]): Promise<void> {
    return this.store.giveBackLooks(tx, bonds);
  }

  /** Lock the case first. Null, or left out, where there is none that this process may change. */
  lock(tx: Tx, bondId: string): Promise<Bond | null> {
    return this.store.lock(tx, bondId);
  }

  lockAll(tx: Tx, bondIds: readonly string[]): Promise<ReadonlyMap<string, Bond>> {
    return this.store.lockAll(tx, bondIds);
  }

  /** The case waits for this bond until the last day in its consulate's zone (R9). */
  async require(tx: Tx, row: CaseRow, direction: BondDirection): Promise<string> {
    const { consulate, postBy } = await this.asking(tx, row);
    const bond: Bond = {
      id: newId(),
      caseId: row.id,
      reference: row.reference,
      directionId: direction.id,
      amountMinor: direction.amountMinor,
      currency: direction.currency,
      reasonCode: direction.reasonCode,
      ...{ state: bondLifecycle.initial, stateSince: tx.now, version: 1 },
      directedAt: tx.now,
      postBy,
      // The applicant posts unless another payer is recorded (R11).
      payerAccountId: row.applicantAccountId,
      payerContactPointId: row.contactPointId,
      applicantAccountId: row.applicantAccountId,
      heldAt: null,
    };
    await this.store.insert(tx, bond);
    await this.cases.bondRequired(tx, row);
    await this.audit.write(tx, entryOf(bond.id, 'required', { post_by: bond.postBy.toString() }));
    await this.mails.asked(tx, row, bond, consulate);
    return bond.id;
  }

  /** Other terms instead of those that nobody has signed yet, with a whole new window to post. */
  async correct(tx: Tx, row: CaseRow, bond: Bond, direction: BondDirection): Promise<string> {
    const { id: directionId, amountMinor, reasonCode, correctionReason } = direction;
    const { consulate, postBy } = await this.asking(tx, row);
    const terms = { directionId, amountMinor, reasonCode, directedAt: tx.now, postBy };
    const why = correctionReason ?? undefined;
    const corrected = await this.move(tx, bond, 'corrected', { reasonCode: why, fields: terms });
    await this.mails.asked(tx, row, corrected, consulate, 'bond_corrected');
    return bond.id;
  }

  /**
   * A lapsed case comes back with a whole new window to post (R9), by the officer who holds it. What
   * was signed names the old deadline, so it is signed again.
   */
  async reopen(tx: Tx, row: CaseRow): Promise<Result<Bond, DecideRefusal>> {
    const may = mayDecide(row, personOf(tx), 'reopened', true);
    if (!may.ok) return may;
    const bond = await this.store.lockOfCase(tx, row.id);
    if (bond?.state !== 'lapsed') return refused('wrong_state');
    const { consulate, postBy } = await this.asking(tx, row);
    const moved = await this.move(tx, bond, 'reopened', { fields: { postBy } });
    await this.cases.reopened(tx, row);
    await this.mails.asked(tx, row, moved, consulate);
    return ok(moved);
  }

  /** The posted money is there: the case goes on, and the payer is told. */
  async hold(tx: Tx, row: CaseRow, bond: Bond): Promise<Bond> {
    const [moved, consulate] = await Promise.all([
      this.move(tx, bond, 'money_arrived', { fields: { heldAt: tx.now } }),
      this.consulate(tx, row),
    ]);
    await this.cases.bondPosted(tx, row);
    await this.mails.received(tx, row, bond, consulate);
    return moved;
  }

  /** All its money left by another way before a visa: it must be posted again (R35). */
  async postAgain(tx: Tx, row: CaseRow, bond: Bond): Promise<Bond> {
    const unsecured = await this.chargedBack(tx, bond);
    const { consulate, postBy } = await this.asking(tx, row);
    const moved = await this.move(tx, unsecured, 'required_again', { fields: { postBy } });
    await this.cases.paymentReversed(tx, row);
    await this.mails.asked(tx, row, moved, consulate);
    return moved;
  }

  /** All its money left by another way after the visa: nothing is left to return or to take. */
  async endUnsecured(tx: Tx, bond: Bond): Promise<Bond> {
    return this.move(tx, await this.chargedBack(tx, bond), 'money_moved');
  }

  private chargedBack(tx: Tx, bond: Bond): Promise<Bond> {
    return this.move(tx, bond, 'charged_back', { reasonCode: 'returned_elsewhere' });
  }

  /** Nothing of them is unsettled (mayLapse), so no session is open that would have to end. */
  async lapse(tx: Tx, lapsing: readonly BondOfCase[]): Promise<void> {
    const bonds = lapsing.map(({ bond }) => bond);
    await this.step(tx, bonds, 'lapsed', { reasonCode: 'R9' });
    const rows = lapsing.map(({ row }) => row);
    await this.cases.bondsLapsed(tx, rows);
    await this.mails.lapsed(tx, lapsing);
  }

  /** What posted the bond (pi_…) and what a refund goes back by (R25). Throws for one never posted. */
  async paymentToRefund(tx: Tx, bondId: string): Promise<PaymentToRefund> {
    const found = await postedBy(tx, bondId);
    if (!found) throw new Error('no payment posted this bond');
    return found;
  }

  /** Whether the way by which it was paid is closed to a refund. */
  isWayClosed(tx: Tx, processorPaymentId: string): Promise<boolean> {
    return isTooOldToRefund(tx, processorPaymentId, tx.now);
  }

  /** Whose own cash (cus_…) money of this payment becomes that its payer did not take back; null for none. */
  customerOf(tx: Tx, processorPaymentId: string): Promise<string | null> {
    return customerOf(tx, processorPaymentId);
  }

  /** By which rule the bond was cancelled, and when. Throws for one that no rule cancelled. */
  async cancellation(tx: Tx, bondId: string): Promise<{ rule: string; since: Instant }> {
    const found = await this.store.cancellation(tx, bondId);
    if (!found) throw new Error('no rule cancelled this bond');
    return found;
  }

  /** A rule frees the bond (R15); the caller books the decision and starts the refund. */
  cancel(tx: Tx, bond: Bond, rule: string): Promise<Bond> {
    return this.move(tx, bond, 'cancelled', { reasonCode: rule });
  }

  /** No record says that the traveller left: they are asked for proof (R16). */
  requestEvidence(tx: Tx, bond: Bond): Promise<Bond> {
    return this.move(tx, bond, 'evidence_requested', { reasonCode: 'no_departure_record' });
  }

  /** Two people free the bond, on whichever way it was: by evidence, late or not (R15, R24). */
  cancelByPeople(tx: Tx, bond: Bond, rule: string): Promise<Bond> {
    const isLate = bondLifecycle.may(bond.state, 'late_proof_accepted');
    const event = isLate ? 'late_proof_accepted' : 'cancelled';
    return this.move(tx, bond, event, { reasonCode: rule });
  }

  /** A longer stay was granted: what was asked or suspected of its last day is not any more (R17). */
  stayExtended(tx: Tx, bond: Bond): Promise<Bond> {
    return this.move(tx, bond, 'stay_extended', { reasonCode: 'R17' });
  }

  /** Suspected breach: an adjudicator looks, nothing is taken (R16). */
  refer(tx: Tx, bond: Bond, ground: string): Promise<Bond> {
    return this.move(tx, bond, 'referred', { reasonCode: ground });
  }

  /** Nothing of their money is left here. */
  async close(tx: Tx, bonds: readonly Bond[]): Promise<void> {
    await this.step(tx, bonds, 'money_moved', {});
  }

  /** A refund failed after it had succeeded: the duty to return is back (R27). */
  refundFailed(tx: Tx, bond: Bond): Promise<Bond> {
    return this.move(tx, bond, 'refund_failed', { reasonCode: 'R27' });
  }

  /** Whichever edge it is after which the bond takes no payment, the sessions that are still open end. */
  async move(tx: Tx, bond: Bond, event: BondEvent, more: MoveBond = {}): Promise<Bond> {
    const [moved] = (await this.step(tx, [bond], event, more)) as [Bond];
    if (isToPost(bond.state) && !isToPost(moved.state)) await this.sessions.endAllOf(tx, bond.id);
    return moved;
  }

  /** An edge of each, with history and trail. Throws StateMoved where there is none. */
  private async step(tx: Tx, bonds: readonly Bond[], event: BondEvent, more: MoveBond) {
    const moved = await this.store.move(tx, bonds, event, more);
    const why = more.reasonCode && { reason: more.reasonCode };
    const entries = moved.map(({ id, state: to }, n) =>
      entryOf(id, event, { from: bonds[n]!.state, to, ...why }),
    );
    await this.audit.writeAll(tx, entries);
    return moved;
  }

  /** Who asks for it, and until when it can be posted. */
  private async asking(tx: Tx, row: CaseRow) {
    const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const consulate = await this.consulate(tx, row);
    return { consulate, postBy: postingDeadline(tx.now, consulate.timeZone, programme.rules) };
  }

  private async consulate(tx: Tx, row: CaseRow): Promise<ConsulateView> {
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    if (!consulate) throw new Error('a case without its consulate');
    return consulate;
  }
}

const entryOf = (id: string, what: string, details: Record<string, string>): AuditEvent => ({
  ...{ action: `bond.${what}`, subjectKind: 'bond', subjectId: id, details },
});
