import { Bonds } from '#bond-escrow';
import { dayIn, isZero, money, type Instant } from '#kernel';
import { cause, LedgerQueries, LedgerStore } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from './new-disbursements.service.ts';
import type { Disbursement } from './disbursement.entity.ts';
import type { About, BankTold, LockedDisbursement, Told } from './disbursement-told.ts';
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
    private readonly books: LedgerQueries,
    private readonly notes: RefundTrail,
  ) {}

  /** Locks a disbursement that was seen without a lock, and its bond before it. */
  async lock(tx: Tx, seen: Pick<Disbursement, 'id' | 'refundId'>): Promise<LockedDisbursement> {
    const { bondId } = await this.store.find(tx, seen.refundId);
    // In one flight, worked in this order: the refund is read when both are locked.
    const [bond, row, refund] = await Promise.all([
      bondId ? this.bonds.lock(tx, bondId) : null,
      this.store.lockDisbursement(tx, seen.id),
      this.store.find(tx, seen.refundId),
    ]);
    if (!row) throw new Error('no such disbursement');
    return { row, bond, refund };
  }

  /**
   * Applies what the processor says of the disbursement now. Parked: it contradicts us; nothing
   * changed.
   */
  async apply(
    tx: Tx,
    locked: LockedDisbursement,
    told: Told,
  ): Promise<'applied' | { parked: string }> {
    const { row } = locked;
    const amount = money(row.amountMinor, row.currency);
    const decision = decideRefundFact({ ...row, amount }, told);
    if (decision.kind === 'park') return { parked: decision.why };
    if (decision.kind === 'note') {
      const { traceNumber, pendingReason } = decision;
      await this.store.note(tx, row, { traceNumber, pendingReason });
    }
    if (decision.kind === 'move') await this.move(tx, locked, told, decision);
    return 'applied';
  }

  /** The processor refused the call: nothing left. `code` is its own word. */
  async refused(tx: Tx, locked: LockedDisbursement, code: string): Promise<void> {
    const { row } = locked;
    const why = { reasonCode: code, news: { failureReason: code } };
    await this.store.move(tx, row, 'processor_failed', why);
    await this.ledger.void(tx, this.about(row, cause.unsent(row.id), tx.now));
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
    const about = (named: string) => this.about(row, named, happenedAt);
    if (told.ledger === 'settle') await this.returned(tx, locked, about(cause.paidByBank(row.id)));
    if (told.ledger === 'take_back') {
      await this.bounced(tx, locked, about(cause.returnedByBank(row.id)), null);
    }
    if (told.ledger !== 'void') return;
    await this.ledger.void(tx, about(cause.refusedByBank(row.id)));
    await this.tryAgain(tx, locked, null);
  }

  private async move(
    tx: Tx,
    locked: LockedDisbursement,
    told: Told,
    decision: Move,
  ): Promise<void> {
    const { row } = locked;
    const reason = told.failureReason;
    if (decision.event === 'succeeded_after_failure') {
      await this.withdraw(tx, locked.refund, 'earlier_attempt_succeeded');
    }
    await this.store.move(tx, row, decision.event, {
      happenedAt: told.happenedAt,
      ...(reason && { reasonCode: reason }),
      news: {
        processorRefundId: told.processorRefundId,
        traceNumber: told.traceNumber ?? row.traceNumber,
        pendingReason: told.pendingReason,
        ...(reason && { failureReason: reason }),
      },
    });
    await this.notes.of(tx, row, decision.event, {
      processor_refund: told.processorRefundId,
      ...(reason && { reason }),
    });
    await this.book(tx, locked, told, decision);
  }

  private async book(
    tx: Tx,
    locked: LockedDisbursement,
    told: Told,
    { ledger }: Move,
  ): Promise<void> {
    const { processorRefundId: id, happenedAt, status } = told;
    const about = (named: string) => this.about(locked.row, named, happenedAt);
    switch (ledger) {
      case 'settle':
        return this.returned(tx, locked, about(cause.succeeded(id)));
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

  private about(row: Disbursement, cause: string, happenedAt: Instant) {
    return { ownerId: row.ownerId, reserve: row.reserveSeq, cause, happenedAt };
  }

  private async returned(tx: Tx, locked: LockedDisbursement, about: About): Promise<void> {
    const { row, refund } = locked;
    const how = await this.ledger.settle(tx, about);
    // It left although we had written it off: the operator may have paid twice. For a person.
    if (how === 'settled_late') await this.notes.of(tx, row, 'settled_late', {});
    if (!refund.returnedOn) {
      await this.store.setReturnedOn(tx, refund, dayIn(about.happenedAt, refund.zone));
      await this.notes.mail(tx, refund, 'refund_succeeded');
    }
    await this.closeWhenEmpty(tx, locked);
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
    await this.store.setReturnedOn(tx, refund, day);
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
      return this.closeWhenEmpty(tx, locked);
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
    await this.ledger.void(tx, this.about(other, cause.unsent(other.id), tx.now));
    await this.notes.of(tx, other, 'withdrawn', {});
  }

  /** What has not left of these owners' money will not: it would be refused, or pay twice. */
  async withdrawAll(tx: Tx, ownerIds: readonly (string | null)[]): Promise<void> {
    for (const ownerId of ownerIds) {
      const refunds = ownerId ? await this.store.ofOwner(tx, ownerId) : [];
      for (const refund of refunds) await this.withdraw(tx, refund, 'returned_elsewhere');
    }
  }

  private async closeWhenEmpty(tx: Tx, { refund, bond }: LockedDisbursement): Promise<void> {
    if (refund.ownerKind !== 'bond' || !bond) return;
    if (bond.state !== 'cancelled' && bond.state !== 'breach_final') return;
    const figures = await this.books.bond(tx, bond.id);
    if (figures === null || isZero(figures.held)) await this.bonds.close(tx, bond);
  }
}
