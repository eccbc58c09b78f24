import type { Tx } from '#platform';
import type { Applied, FactHandler, RefOf, RefundFact } from '#processor';
import { Injectable } from '@nestjs/common';
import { RefundStore } from '../refund/refund.store.ts';
import { Reversals } from '../reversal/reversals.service.ts';
import type { Disbursement } from './disbursement.entity.ts';
import { DisbursementOutcomes } from './disbursement-outcomes.service.ts';

/**
 * Applies what the processor says of refunds: to our disbursement, or, when no disbursement of ours
 * made it, to its reversal.
 */
@Injectable()
export class RefundFactHandler implements FactHandler<RefundFact> {
  constructor(
    private readonly store: RefundStore,
    private readonly outcomes: DisbursementOutcomes,
    private readonly reversals: Reversals,
  ) {}

  async versionOf(tx: Tx, ref: RefOf<RefundFact>): Promise<number | null> {
    const reversal = await this.reversals.versionOf(tx, ref.processorRefundId);
    return reversal ?? (await this.find(tx, ref))?.version ?? null;
  }

  async apply(tx: Tx, fact: RefundFact, seenVersion: number | null): Promise<Applied> {
    const followed = await this.reversals.follow(tx, fact, seenVersion);
    if (followed) return followed;
    const found = await this.find(tx, fact);
    if (!found) return this.reversals.record(tx, fact);
    const locked = await this.outcomes.lock(tx, found);
    if (locked.row.version !== seenVersion) return 'stale';
    const done = await this.outcomes.apply(tx, locked, fact);
    // It names a disbursement of ours, but is another refund than the disbursement's: metadata can
    // be copied.
    const isAnother = locked.row.processorRefundId !== fact.processorRefundId;
    return done !== 'applied' && isAnother ? this.reversals.record(tx, fact) : done;
  }

  private find(
    tx: Tx,
    { disbursementId, processorRefundId }: Pick<RefundFact, 'disbursementId' | 'processorRefundId'>,
  ): Promise<Disbursement | null> {
    return disbursementId
      ? this.store.disbursement(tx, disbursementId)
      : this.store.disbursementOfProcessor(tx, processorRefundId);
  }
}
