import { money, ok, type Result } from '#kernel';
import { LedgerStore } from '#ledger';
import { Jobs, newId, type Tx } from '#platform';
import { RefundDecisions, type FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import type { Evidence } from './evidence.entity.ts';

/** The decision of two people in the ledger that accepted evidence stands on. */
@Injectable()
export class EvidenceDecisions {
  constructor(
    private readonly refunds: RefundDecisions,
    private readonly ledger: LedgerStore,
    private readonly jobs: Jobs,
  ) {}

  /** All that the bond holds is to go back: asked for by who proposes it. Returns the decision's id. */
  async request(tx: Tx, { bondId }: Evidence): Promise<Result<string, FrozenCode>> {
    const free = await this.refunds.returnable(tx, bondId);
    if (!free.ok) return free;
    const id = newId();
    const amounts = { refund: free.value, forfeit: money(0n, free.value.currency) };
    await this.ledger.requestDecision(tx, { id, ownerId: bondId, ...amounts, decidedAt: tx.now });
    return ok(id);
  }

  /** The second person approves it; the worker carries it out. */
  async approve(tx: Tx, { bondId, decisionId }: Evidence): Promise<Result<true, FrozenCode>> {
    const free = await this.refunds.returnable(tx, bondId);
    if (!free.ok) return free;
    await this.ledger.approveDecision(tx, { id: decisionId! });
    return ok(true);
  }

  putJob(tx: Tx, evidenceId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'evidence.settle', { evidenceId }, { singletonKey: evidenceId });
  }
}
