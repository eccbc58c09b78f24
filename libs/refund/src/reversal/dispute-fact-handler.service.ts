import type { Tx } from '#platform';
import type { Applied, DisputeFact, FactHandler, RefOf } from '#processor';
import { Injectable } from '@nestjs/common';
import { Reversals } from './reversals.service.ts';

/** Applies what the processor says of disputes to their reversal. */
@Injectable()
export class DisputeFactHandler implements FactHandler<DisputeFact> {
  constructor(private readonly reversals: Reversals) {}

  versionOf(tx: Tx, ref: RefOf<DisputeFact>): Promise<number | null> {
    return this.reversals.versionOf(tx, ref.processorDisputeId);
  }

  async apply(tx: Tx, fact: DisputeFact, seenVersion: number | null): Promise<Applied> {
    const followed = await this.reversals.follow(tx, fact, seenVersion);
    return followed ?? this.reversals.record(tx, fact);
  }
}
