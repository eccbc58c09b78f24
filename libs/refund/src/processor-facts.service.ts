import { Payments } from '#bond-escrow';
import { Database, systemCtx, type Tx } from '#platform';
import type {
  Applied,
  DisputeFact,
  FactRef,
  FactRouter,
  PaymentFact,
  ProcessorFact,
  RefundFact,
} from '#processor';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from './disbursement.entity.ts';
import { Outcomes } from './outcomes.service.ts';
import { RefundDecisions } from './refund-decisions.service.ts';
import { RefundStore } from './refund.store.ts';
import { Reversals } from './reversal/reversals.service.ts';

const CTX = systemCtx('processor.facts');

/**
 * Applies what the processor says is true: payments to their bond, refunds to their attempt, and
 * disputes and refunds that no attempt of ours made to their reversal.
 */
@Injectable()
export class ProcessorFacts implements FactRouter {
  constructor(
    private readonly database: Database,
    private readonly store: RefundStore,
    private readonly outcomes: Outcomes,
    private readonly payments: Payments,
    private readonly decisions: RefundDecisions,
    private readonly reversals: Reversals,
  ) {}

  versionOf(ref: FactRef): Promise<number | null> {
    return this.database.read(CTX, async (tx) => {
      if (ref.kind === 'payment') return this.payments.versionOf(tx, ref);
      if (ref.kind === 'dispute') return this.reversals.versionOf(tx, ref.processorDisputeId);
      const reversal = await this.reversals.versionOf(tx, ref.processorRefundId);
      return reversal ?? (await this.find(tx, ref))?.version ?? null;
    });
  }

  apply(tx: Tx, fact: ProcessorFact, seenVersion: number | null): Promise<Applied> {
    if (fact.kind === 'payment') return this.applyPayment(tx, fact, seenVersion);
    if (fact.kind === 'dispute') return this.applyDispute(tx, fact, seenVersion);
    return this.applyRefund(tx, fact, seenVersion);
  }

  private async applyDispute(
    tx: Tx,
    fact: DisputeFact,
    seenVersion: number | null,
  ): Promise<Applied> {
    const followed = await this.reversals.follow(tx, fact, seenVersion);
    return followed ?? this.reversals.record(tx, fact);
  }

  private async applyPayment(
    tx: Tx,
    fact: PaymentFact,
    seenVersion: number | null,
  ): Promise<Applied> {
    const done = await this.payments.applyFact(tx, fact, seenVersion);
    if (done.outcome !== 'applied') return done.outcome;
    if (done.surplus) await this.decisions.surplusByRule(tx, done.surplus);
    return 'applied';
  }

  private async applyRefund(
    tx: Tx,
    fact: RefundFact,
    seenVersion: number | null,
  ): Promise<Applied> {
    const followed = await this.reversals.follow(tx, fact, seenVersion);
    if (followed) return followed;
    const found = await this.find(tx, fact);
    if (!found) return this.reversals.record(tx, fact);
    const locked = await this.outcomes.lock(tx, found);
    if (locked.row.version !== seenVersion) return 'stale';
    const done = await this.outcomes.apply(tx, locked, fact);
    // It names an attempt of ours, but is another refund than the attempt's: metadata can be copied.
    const isAnother = locked.row.processorRefundId !== fact.processorRefundId;
    return done !== 'applied' && isAnother ? this.reversals.record(tx, fact) : done;
  }

  private find(
    tx: Tx,
    { disbursementId, processorRefundId }: Pick<RefundFact, 'disbursementId' | 'processorRefundId'>,
  ): Promise<Disbursement | null> {
    return disbursementId
      ? this.store.attempt(tx, disbursementId)
      : this.store.attemptOfProcessor(tx, processorRefundId);
  }
}
