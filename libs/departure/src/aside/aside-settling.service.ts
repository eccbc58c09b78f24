import { Database, eachOf, systemCtx, type Tx } from '#platform';
import { Movements, type Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import { JourneyNotes } from '../assessment/journey-notes.service.ts';
import { MovementAssessor } from '../assessment/movement-assessor.service.ts';
import {
  openMovementProposalStates,
  type MovementProposalEvent,
} from '../domain/movement-proposal.lifecycle.ts';
import { AsideProposals } from './aside-proposals.service.ts';
import { AsideQueries } from './aside.queries.ts';
import type { MovementProposal } from './movement-proposal.entity.ts';
import { MovementProposalStore } from './movement-proposal.store.ts';

const CTX = systemCtx('movements.decide');
const OPEN: ReadonlySet<string> = new Set(openMovementProposalStates);
const isOpen = (row: MovementProposal | null): row is MovementProposal =>
  row !== null && OPEN.has(row.state);

/** Carries out what officers decided of records set aside; in the worker, which alone may. */
@Injectable()
export class AsideSettling {
  constructor(
    private readonly database: Database,
    private readonly store: MovementProposalStore,
    private readonly queries: AsideQueries,
    private readonly proposals: AsideProposals,
    private readonly movements: Movements,
    private readonly assessor: MovementAssessor,
    private readonly notes: JourneyNotes,
  ) {}

  /** May be repeated. What is not possible any more, decided or not, is over. */
  settle(proposalId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, proposalId);
      if (!isOpen(found)) return;
      const movement = await this.movements.lock(tx, found.movementId);
      const row = await this.store.lock(tx, proposalId);
      if (!isOpen(row)) return;
      if (movement.state !== 'set_aside') return this.store.move(tx, row, 'overtaken');
      if (row.state !== 'approved') return;
      await this.store.move(tx, row, await this.carryOut(tx, row, movement));
    });
  }

  /** What a lost job has left, and what has been overtaken. Returns how many it took up. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.queries.due(tx));
    await eachOf(ids, (id) => this.settle(id));
    return ids.length;
  }

  private async carryOut(
    tx: Tx,
    row: MovementProposal,
    movement: Movement,
  ): Promise<MovementProposalEvent> {
    if (row.kind === 'assess_again') {
      const isNew = await this.assessor.assessAgain(tx, movement);
      return isNew ? 'carried_out' : 'found_unchanged';
    }
    // One person had decided it, and a bond was posted since: somebody decides again.
    if (row.decidedBy === null && (await this.proposals.needsTwo(tx, movement))) return 'overtaken';
    await this.movements.dismiss(tx, movement, row.reasonCode!);
    await this.notes.dismissed(tx, movement);
    return 'carried_out';
  }
}
