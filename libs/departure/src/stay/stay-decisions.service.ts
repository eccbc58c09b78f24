import { money, ok, type Result } from '#kernel';
import { LedgerStore } from '#ledger';
import { Jobs, newId, type Tx } from '#platform';
import { RefundDecisions, type FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import type { StayFact } from './stay-fact.entity.ts';

/** The decision of two people in the ledger, where what is accepted returns money (R15e). */
@Injectable()
export class StayDecisions {
  constructor(
    private readonly refunds: RefundDecisions,
    private readonly ledger: LedgerStore,
    private readonly jobs: Jobs,
  ) {}

  /** Asked for by who proposes it. Null where no money moves. */
  async request(tx: Tx, fact: StayFact): Promise<Result<string | null, FrozenCode>> {
    const bondId = returning(fact);
    if (!bondId) return ok(null);
    const free = await this.refunds.returnable(tx, bondId);
    if (!free.ok) return free;
    const id = newId();
    const amounts = { refund: free.value, forfeit: money(0n, free.value.currency) };
    await this.ledger.requestDecision(tx, { id, ownerId: bondId, ...amounts, decidedAt: tx.now });
    return ok(id);
  }

  /** The second person approves it; the worker carries it out. */
  async approve(tx: Tx, fact: StayFact): Promise<Result<true, FrozenCode>> {
    const bondId = returning(fact);
    if (!bondId || !fact.decisionId) return ok(true);
    const free = await this.refunds.returnable(tx, bondId);
    if (!free.ok) return free;
    await this.ledger.approveDecision(tx, { id: fact.decisionId });
    return ok(true);
  }

  putJob(tx: Tx, factId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'stay_fact.carry_out', { factId }, { singletonKey: factId });
  }
}

const returning = ({ kind, bondId }: StayFact): string | null => (kind === 'death' ? bondId : null);
