import { Bonds } from '#bond-escrow';
import { dayIn, money } from '#kernel';
import { cause, LedgerStore } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from './new-disbursements.service.ts';
import type { Disbursement } from './disbursement.entity.ts';
import {
  aboutOf,
  newsOf,
  type About,
  type BankTold,
  type LockedDisbursement,
  type ToldOutcome,
  type Seen,
  type Told,
  type ToldOf,
} from './disbursement-told.ts';
import { ReturnedMoney, type Succeeded } from './returned-money.service.ts';
import {
  disbursementLifecycle,
  OPEN_STATES,
  type DisbursementState,
} from '../domain/disbursement.lifecycle.ts';
import { decideRefundFact, type FactDecision } from '../domain/refund-fact.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundTrail, type RefundMail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';

type Move = Extract<FactDecision, { kind: 'move' }>;
type Moving = ToldOf & { readonly decision: Move };

/**
 * What becomes of a disbursement: state, books, bond, next disbursement and mail in one
 * transaction.
 */
@Injectable()
export class DisbursementOutcomes {
  constructor(
    private readonly store: RefundStore,
    private readonly newDisbursements: NewDisbursements,
    private readonly bonds: Bonds,
    private readonly ledger: LedgerStore,
    private readonly returned: ReturnedMoney,
    private readonly notes: RefundTrail,
  ) {}

  /** Locks a disbursement that was seen without a lock, and its bond before it. */
  async lock(tx: Tx, seen: Seen): Promise<LockedDisbursement> {
    const [locked] = await this.lockAll(tx, [seen]);
    return locked!;
  }

  /** The same of many, in their order: all bonds before all disbursements, each by their ids. */
  async lockAll(tx: Tx, seen: readonly Seen[]): Promise<LockedDisbursement[]> {
    const [ids, refundIds] = [seen.map((one) => one.id), seen.map((one) => one.refundId)];
    const found = await this.store.findAll(tx, refundIds);
    const bondIds = [...found.values()].flatMap(({ bondId }) => bondId ?? []);
    // In one flight, worked in this order: the refunds are read when all are locked.
    const [bonds, rows, refunds] = await Promise.all([
      this.bonds.lockAll(tx, bondIds),
      this.store.lockDisbursements(tx, ids),
      this.store.findAll(tx, refundIds),
    ]);
    return seen.map(({ id, refundId }) => {
      const [row, refund] = [rows.get(id), refunds.get(refundId)];
      if (!row || !refund) throw new Error('no such disbursement');
      return { row, refund, bond: (refund.bondId && bonds.get(refund.bondId)) || null };
    });
  }

  /** Applies what the processor says of the disbursement now. */
  async apply(tx: Tx, locked: LockedDisbursement, told: Told): Promise<ToldOutcome> {
    const [done] = await this.applyAll(tx, [{ locked, told }]);
    return done!;
  }

  /** The same of many, each another one. What came of each, in their order. */
  async applyAll(tx: Tx, all: readonly ToldOf[]): Promise<ToldOutcome[]> {
    const moving: Moving[] = [];
    const outcomes: ToldOutcome[] = [];
    for (const { locked, told } of all) {
      const { row } = locked;
      const amount = money(row.amountMinor, row.currency);
      const decision = decideRefundFact({ ...row, amount }, told);
      outcomes.push(decision.kind === 'park' ? { parked: decision.why } : 'applied');
      if (decision.kind === 'move') moving.push({ locked, told, decision });
      if (decision.kind !== 'note') continue;
      const { traceNumber, pendingReason } = decision;
      await this.store.note(tx, row, { traceNumber, pendingReason });
    }
    for (const alike of Object.values(Object.groupBy(moving, stepOf))) await this.move(tx, alike!);
    return outcomes;
  }

  /** The processor refused the call: nothing left. `code` is its own word. */
  async refused(tx: Tx, locked: LockedDisbursement, code: string): Promise<void> {
    const { row } = locked;
    const why = { reasonCode: code, news: { failureReason: code } };
    await this.store.move(tx, row, 'processor_failed', why);
    await this.ledger.void(tx, aboutOf(row, cause.unsent(row.id), tx.now));
    await this.notes.of(tx, row, 'failed', { reason: code });
    await this.tryAgain(tx, locked);
  }

  /**
   * What the operator's bank said of a disbursement that it was given. Whoever calls tells the payer
   * where it failed, since the next step is his.
   */
  async byBank(tx: Tx, locked: LockedDisbursement, told: BankTold): Promise<void> {
    const { row } = locked;
    const { event, happenedAt, reason, traceNumber } = told;
    await this.store.move(tx, row, event, {
      happenedAt,
      ...(reason && { reasonCode: reason }),
      news: {
        traceNumber: traceNumber ?? row.traceNumber,
        ...(reason && { failureReason: reason }),
      },
    });
    await this.notes.of(tx, row, event, { ...(reason && { reason }) });
    const about = (named: string) => aboutOf(row, named, happenedAt);
    if (told.ledger === 'settle') {
      await this.returned.book(tx, [{ locked, about: about(cause.paidByBank(row.id)) }]);
    }
    if (told.ledger === 'take_back') {
      await this.bounced(tx, locked, about(cause.returnedByBank(row.id)), null);
    }
    if (told.ledger !== 'void') return;
    await this.ledger.void(tx, about(cause.refusedByBank(row.id)));
    await this.tryAgain(tx, locked, null);
  }

  /** Those of one step, at one moment and for one reason. */
  private async move(tx: Tx, alike: readonly Moving[]): Promise<void> {
    const { told, decision } = alike[0]!;
    const { event, ledger } = decision;
    const [happenedAt, reason] = [told.happenedAt, told.failureReason];
    if (event === 'succeeded_after_failure') {
      for (const { locked } of alike) {
        await this.withdraw(tx, locked.refund, 'earlier_attempt_succeeded');
      }
    }
    const why = { happenedAt, ...(reason && { reasonCode: reason }) };
    await this.store.moveAll(tx, alike.map(newsOf), event, why);
    for (const { locked, told } of alike) {
      const details = { processor_refund: told.processorRefundId, ...(reason && { reason }) };
      await this.notes.of(tx, locked.row, event, details);
    }
    if (ledger === 'settle') await this.returned.book(tx, alike.map(succeededOf));
    else for (const { locked, told } of alike) await this.undo(tx, locked, told, ledger);
  }

  private async undo(
    tx: Tx,
    locked: LockedDisbursement,
    told: Told,
    ledger: Exclude<Move['ledger'], 'settle'>,
  ): Promise<void> {
    const { processorRefundId: id, happenedAt, status } = told;
    const about = (named: string) => aboutOf(locked.row, named, happenedAt);
    switch (ledger) {
      case 'void': {
        const isCanceled = status === 'canceled';
        await this.ledger.void(tx, about(isCanceled ? cause.canceled(id) : cause.failed(id)));
        // A transfer's refund that its payer does not take up becomes the payer's own cash there.
        const cash = isCanceled && (await this.bonds.customerOf(tx, locked.row.processorPaymentId));
        return this.tryAgain(tx, locked, 'refund_failed', cash || undefined);
      }
      case 'take_back':
        // The payer has read that the bank has it, and must hear that it came back.
        return this.bounced(tx, locked, about(cause.failedAfterSuccess(id)), 'refund_returned');
      case 'none':
    }
  }

  private async bounced(
    tx: Tx,
    locked: LockedDisbursement,
    about: About,
    mail: RefundMail | null,
  ): Promise<void> {
    const { row, refund } = locked;
    await this.ledger.takeBack(tx, about);
    const met = await this.standing(tx, row, ['succeeded']);
    const day = met && dayIn(met.stateSince, refund.zone);
    await this.store.setReturnedOn(tx, new Map([[refund, day]]));
    const closed = !met && refund.ownerKind === 'bond' && locked.bond?.state === 'closed';
    const bond = closed ? await this.bonds.refundFailed(tx, locked.bond) : locked.bond;
    await this.tryAgain(tx, { row, refund, bond }, mail);
  }

  /**
   * The duty stands: another disbursement waits for the treasury, and the payer is told (R27).
   * Unless an earlier or later disbursement has met it, or still may.
   */
  private async tryAgain(
    tx: Tx,
    locked: LockedDisbursement,
    mail: RefundMail | null = 'refund_failed',
    processorPaymentId = locked.row.processorPaymentId,
  ): Promise<void> {
    const { row, refund } = locked;
    if (await this.standing(tx, row, ['succeeded', ...OPEN_STATES])) {
      return this.returned.closeWhenEmpty(tx, [locked]);
    }
    // What left by another way may be this refund: people settle that first, and the payer, who may
    // have the money, is not told that it failed (R35).
    if (await this.store.isReversed(tx, refund.ownerId)) return;
    await this.newDisbursements.next(tx, refund, row, { processorPaymentId });
    if (mail) await this.notes.mail(tx, refund, mail);
  }

  /** Another disbursement of the same refund in one of these states. */
  private async standing(
    tx: Tx,
    row: Disbursement,
    states: readonly DisbursementState[],
  ): Promise<Disbursement | null> {
    const all = await this.store.disbursementsOf(tx, row.refundId);
    return all.find((a) => a.id !== row.id && states.includes(a.state)) ?? null;
  }

  /** A disbursement that has not left yet is not needed any more, and frees its money. */
  async withdraw(tx: Tx, refund: Refund, reasonCode: string): Promise<void> {
    const other = await this.store.lockOpenDisbursement(tx, refund.id);
    if (!other || !disbursementLifecycle.may(other.state, 'withdrawn')) return;
    await this.store.move(tx, other, 'withdrawn', { reasonCode });
    await this.ledger.void(tx, aboutOf(other, cause.unsent(other.id), tx.now));
    await this.notes.of(tx, other, 'withdrawn', {});
  }

  /** What has not left of these owners' money will not: it would be refused, or pay twice. */
  async withdrawAll(tx: Tx, ownerIds: readonly (string | null)[]): Promise<void> {
    for (const ownerId of ownerIds) {
      const refunds = ownerId ? await this.store.ofOwner(tx, ownerId) : [];
      for (const refund of refunds) await this.withdraw(tx, refund, 'returned_elsewhere');
    }
  }
}

/** What those have in common who move together. */
const stepOf = ({ told, decision }: Moving): string =>
  `${decision.event} ${told.happenedAt} ${told.failureReason}`;

const succeededOf = ({ locked, told }: Moving): Succeeded => ({
  locked,
  about: aboutOf(locked.row, cause.succeeded(told.processorRefundId), told.happenedAt),
});
