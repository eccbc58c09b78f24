import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { NotYet, ReversalOutcome } from '../domain/settle-reversal.ts';
import type { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';
import { SettlementFacts } from './settlement-facts.service.ts';

type SettleRefusal = NotYet | 'no_such_reversal' | 'outcome_not_possible' | 'same_person';
type Answer = Promise<Result<{ id: string }, SettleRefusal>>;

/**
 * Two people of the treasury say what a reversal means (R35): one proposes, another approves, and
 * the worker carries it out. The officer's login writes no more than what the two said.
 */
@Injectable()
export class Settlements {
  constructor(
    private readonly store: ReversalStore,
    private readonly facts: SettlementFacts,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** What may be proposed now, or why nothing may. */
  outcomes(tx: Tx, row: Reversal): Promise<Result<readonly ReversalOutcome[], NotYet>> {
    return this.facts.outcomes(tx, row);
  }

  async propose(tx: Tx, id: string, outcome: string): Answer {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_reversal');
    const possible = await this.outcomes(tx, row);
    if (!possible.ok) return possible;
    const chosen = possible.value.find((o) => o === outcome);
    if (!chosen) return refused('outcome_not_possible');
    if (row.state !== 'open') return refused('wrong_state', { state: row.state });
    await this.store.move(tx, row, 'proposed', { outcome: chosen, proposedBy: personOf(tx) });
    return this.noted(tx, row, 'proposed');
  }

  /** Takes a proposal back, one's own or another's. */
  async decline(tx: Tx, id: string): Answer {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_reversal');
    if (row.state !== 'proposed') return refused('wrong_state', { state: row.state });
    await this.store.move(tx, row, 'declined', { outcome: null, proposedBy: null });
    return this.noted(tx, row, 'declined');
  }

  /** By another person than the one who proposed it; it is carried out at once. */
  async approve(tx: Tx, id: string): Answer {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_reversal');
    if (row.state !== 'proposed') return refused('wrong_state', { state: row.state });
    const by = personOf(tx);
    if (row.proposedBy === by) return refused('same_person');
    await this.store.move(tx, row, 'approved', { approvedBy: by });
    await this.putJob(tx, row.id);
    return this.noted(tx, row, 'approved');
  }

  putJob(tx: Tx, reversalId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'reversal.settle', { reversalId }, { singletonKey: reversalId });
  }

  /** An officer's login can lock what is still to be decided and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<Reversal | null> {
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }

  async noted(tx: Tx, row: Reversal, what: string) {
    await this.audit.write(tx, {
      action: `reversal.${what}`,
      subjectKind: 'reversal',
      subjectId: row.id,
      details: { object: row.processorObject, ...(row.outcome && { outcome: row.outcome }) },
    });
    return ok({ id: row.id });
  }
}
