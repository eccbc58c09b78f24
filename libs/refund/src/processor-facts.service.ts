import { Payments } from '#bond-escrow';
import type {
  Applied,
  FactRef,
  FactRouter,
  PaymentFact,
  ProcessorFact,
  RefundFact,
} from '#payments';
import { Database, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from './disbursement.entity.ts';
import { Outcomes } from './outcomes.service.ts';
import { RefundDecisions } from './refund-decisions.service.ts';
import { RefundStore } from './refund.store.ts';

const CTX = systemCtx('processor.facts');

/** Applies what the processor says is true: payments to their bond, refunds to their attempt. */
@Injectable()
export class ProcessorFacts implements FactRouter {
  constructor(
    private readonly database: Database,
    private readonly store: RefundStore,
    private readonly outcomes: Outcomes,
    private readonly payments: Payments,
    private readonly decisions: RefundDecisions,
  ) {}

  versionOf(ref: FactRef): Promise<number | null> {
    return this.database.read(CTX, async (tx) => {
      if (ref.kind === 'payment') return this.payments.versionOf(tx, ref);
      return (await this.find(tx, ref))?.version ?? null;
    });
  }

  apply(tx: Tx, fact: ProcessorFact, seenVersion: number | null): Promise<Applied> {
    return fact.kind === 'payment'
      ? this.applyPayment(tx, fact, seenVersion)
      : this.applyRefund(tx, fact, seenVersion);
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
    const found = await this.find(tx, fact);
    // Named by us and not here: our own commit may still be under way.
    if (!found) return fact.disbursementId ? 'later' : { parked: 'refund_not_sent_by_us' };
    const locked = await this.outcomes.lock(tx, found.id);
    if (!locked || locked.row.version !== seenVersion) return 'stale';
    return this.outcomes.apply(tx, locked, fact);
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
