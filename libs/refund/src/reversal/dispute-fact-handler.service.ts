import type { Tx } from '#platform';
import type { Applied, DisputeFact, FactHandler, RefOf } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Dispute } from '../dispute/dispute.entity.ts';
import { DisputeStore } from '../dispute/dispute.store.ts';
import { Disputes } from '../dispute/disputes.service.ts';
import { Reversals } from './reversals.service.ts';

/** Applies what the processor says of disputes: to the dispute, and to the reversal of its money. */
@Injectable()
export class DisputeFactHandler implements FactHandler<DisputeFact> {
  constructor(
    private readonly store: DisputeStore,
    private readonly disputes: Disputes,
    private readonly reversals: Reversals,
  ) {}

  async versionOf(tx: Tx, ref: RefOf<DisputeFact>): Promise<number | null> {
    return (await this.store.ofObject(tx, ref.processorDisputeId))?.version ?? null;
  }

  async apply(tx: Tx, fact: DisputeFact, seenVersion: number | null): Promise<Applied> {
    const found = await this.store.ofObject(tx, fact.processorDisputeId);
    return found ? this.follow(tx, found, fact, seenVersion) : this.open(tx, fact);
  }

  private async follow(
    tx: Tx,
    { id, caseId, bondId }: Dispute,
    fact: DisputeFact,
    seenVersion: number | null,
  ): Promise<Applied> {
    const owner = await this.reversals.lockOwner(tx, caseId, bondId);
    const row = await this.store.lock(tx, id);
    if (!row || row.version !== seenVersion) return 'stale';
    const booked = await this.reversals.ofDispute(tx, fact, row, owner);
    return booked === 'applied' ? this.disputes.follow(tx, row, fact, owner) : booked;
  }

  private async open(tx: Tx, fact: DisputeFact): Promise<Applied> {
    const paid = await this.reversals.paidTo(tx, fact);
    if ('stop' in paid) return paid.stop;
    const owner = await this.reversals.lockOwnerOf(tx, paid);
    // Somebody else was quicker: the row is there now.
    if (await this.store.ofObject(tx, fact.processorDisputeId)) return 'stale';
    const booked = await this.reversals.ofDispute(tx, fact, paid, owner);
    if (booked === 'applied') await this.disputes.open(tx, fact, paid, owner);
    return booked;
  }
}
