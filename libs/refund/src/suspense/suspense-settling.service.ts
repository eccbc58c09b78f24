import { Database, eachOf, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { openSuspenseStates } from '../domain/suspense.lifecycle.ts';
import { isFrozenCode } from '../domain/freeze-matrix.ts';
import { SuspenseFacts } from './suspense-facts.service.ts';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';
import { SuspenseProposalQueries } from './suspense-proposal.queries.ts';
import { SuspenseSteps } from './suspense-steps.service.ts';
import { SuspenseTrail } from './suspense-trail.service.ts';
import { SuspenseStore } from './suspense.store.ts';

const CTX = systemCtx('suspense.settle');
const OPEN: ReadonlySet<string> = new Set(openSuspenseStates);
const isOpen = (row: SuspenseProposal | null): row is SuspenseProposal =>
  row !== null && OPEN.has(row.state);

/** Carries out what was decided about money in suspense; in the worker, which alone may. */
@Injectable()
export class SuspenseSettling {
  constructor(
    private readonly database: Database,
    private readonly store: SuspenseStore,
    private readonly queries: SuspenseProposalQueries,
    private readonly facts: SuspenseFacts,
    private readonly steps: SuspenseSteps,
    private readonly trail: SuspenseTrail,
  ) {}

  /** May be repeated. What is not possible any more, decided or not, is over. */
  settle(proposalId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, proposalId);
      if (!isOpen(found)) return;
      const about = await this.steps.lock(tx, found);
      const row = await this.store.lock(tx, proposalId);
      if (!isOpen(row)) return;
      const possible = await this.facts.possible(tx, row);
      if (possible.ok) {
        if (row.state === 'approved') await this.steps.carryOut(tx, row, about);
        return;
      }
      // People settle first what stops it: then it is known what is there (R35).
      if (isFrozenCode(possible.code)) return;
      await this.store.move(tx, row, 'overtaken', {}, possible.code);
      await this.trail.note(tx, row, 'overtaken', possible.code);
    });
  }

  /** What a lost job has left, and what has been overtaken. Returns how many it took up. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.queries.due(tx));
    await eachOf(ids, (id) => this.settle(id));
    return ids.length;
  }
}
