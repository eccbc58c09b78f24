import { money } from '#kernel';
import { cause, LedgerStore } from '#ledger';
import { Jobs, newId, type Tx } from '#platform';
import type { ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from './disbursement.entity.ts';
import type { Braked } from '../domain/brake.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';

interface WayBack {
  readonly processorPaymentId: string;
  /** The processor would refuse it by now. */
  readonly isWayClosed: boolean;
  readonly consulate?: ConsulateView;
}

type Less = Partial<Pick<Disbursement, 'amountMinor' | 'processorPaymentId'>>;

/** Makes disbursements to return a refund's money: each with a reserve of its own in the ledger. */
@Injectable()
export class NewDisbursements {
  constructor(
    private readonly store: RefundStore,
    private readonly ledger: LedgerStore,
    private readonly jobs: Jobs,
    private readonly notes: RefundTrail,
  ) {}

  /**
   * The first disbursement. Unless the brake keeps it for the treasury, what decided the refund
   * approves it, and it leaves by itself: at once, or when its hold is over, by the sweep
   * (R33). Where the processor would refuse it by now, the treasury asks for a bank account instead. The
   * payer is told.
   */
  async first(
    tx: Tx,
    refund: Refund,
    { processorPaymentId, isWayClosed, consulate }: WayBack,
    byRule: Braked,
  ): Promise<Disbursement> {
    const braked: Braked = isWayClosed ? { kind: 'waits', because: 'way_closed' } : byRule;
    if (isWayClosed) await this.store.setWaits(tx, refund, 'way_closed');
    const leavesAt = braked.kind === 'leaves' ? braked.at : null;
    const row = await this.make(tx, refund, { processorPaymentId, attempt: 1, leavesAt });
    await this.notes.decided(tx, refund, consulate);
    if (braked.kind === 'waits') {
      await this.notes.of(tx, row, 'held_back', { reason: braked.because });
      return row;
    }
    await this.store.move(tx, row, 'approved', { reasonCode: refund.rule });
    if (!leavesAt) await this.send(tx, row);
    return row;
  }

  /**
   * Another disbursement after one that failed. Due: it waits for the treasury. For less than the one
   * before, when a part has gone back by another way; and by another name, when the money has become
   * its payer's own cash.
   */
  async next(
    tx: Tx,
    refund: Refund,
    failed: Disbursement,
    { amountMinor = failed.amountMinor, processorPaymentId = failed.processorPaymentId }: Less = {},
  ): Promise<Disbursement> {
    const attempt = 1 + (await this.store.disbursementsOf(tx, refund.id)).length;
    const less = { ...refund, amountMinor };
    return this.make(tx, less, { processorPaymentId, attempt, leavesAt: null });
  }

  /** To a bank account of the payer, as two people decided: it waits for the treasury's next file. */
  async byBank(
    tx: Tx,
    refund: Refund,
    before: Disbursement,
    by: { readonly bankAccountId: string; readonly approvedBy: string },
  ): Promise<Disbursement> {
    const attempt = 1 + (await this.store.disbursementsOf(tx, refund.id)).length;
    const { processorPaymentId, amountMinor } = before;
    const numbered = { processorPaymentId, attempt, leavesAt: null };
    const row = await this.make(tx, { ...refund, amountMinor }, numbered, by);
    await this.store.move(tx, row, 'approved', { reasonCode: 'R27' });
    return row;
  }

  /** Puts the job that sends it, in the transaction that approved it. */
  send(tx: Tx, row: Pick<Disbursement, 'id'>): Promise<void> {
    return this.sendAll(tx, [row.id]);
  }

  /** The same of many. */
  sendAll(tx: Tx, ids: readonly string[]): Promise<void> {
    const jobs = ids.map((id) => ({ data: { disbursementId: id }, singletonKey: id }));
    return this.jobs.enqueueAll(tx, 'disbursement.send', jobs);
  }

  private async make(
    tx: Tx,
    refund: Refund,
    numbered: Pick<Disbursement, 'attempt' | 'processorPaymentId' | 'leavesAt'>,
    toBank?: { readonly bankAccountId: string; readonly approvedBy: string },
  ): Promise<Disbursement> {
    const id = newId();
    const { ownerId, amountMinor, currency, decisionId } = refund;
    const reserveSeq = await this.ledger.reserve(tx, {
      ...{ ownerId, decisionId, code: 'refund' },
      to: toBank ? 'bank:escrow' : 'processor:clearing',
      amount: money(amountMinor, currency),
      cause: cause.reserve(id),
      happenedAt: tx.now,
    });
    const row: Disbursement = {
      ...{ ...numbered, id, refundId: refund.id, ownerId },
      ...{ route: toBank ? 'bank' : 'processor', paymentFileId: null },
      bankAccountId: toBank?.bankAccountId ?? null,
      ...{ amountMinor, currency, reserveSeq, state: 'due', stateSince: tx.now, version: 1 },
      ...{ processorRefundId: null, traceNumber: null, pendingReason: null, failureReason: null },
      ...{ sendingSince: null, sweptAt: null, approvedBy: toBank?.approvedBy ?? null },
      applicantAccountId: refund.applicantAccountId,
      payerAccountId: refund.payerAccountId,
    };
    await this.store.addDisbursement(tx, row);
    await this.notes.of(tx, row, 'made', { reserve: reserveSeq });
    return row;
  }
}
