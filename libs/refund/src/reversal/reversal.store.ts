import type { Instant } from '#kernel';
import { columnsOf, lockRow, moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { reversalLifecycle, type ReversalEvent } from '../domain/reversal.lifecycle.ts';
import { Reversal } from './reversal.entity.ts';

const reversalTable = stateTable('reversal', reversalLifecycle);

type Fields = Partial<Pick<Reversal, 'outcome' | 'proposedBy' | 'approvedBy' | 'cameBackTo'>>;

/** Writes and locks of reversals. Lock case and bond before. */
@Injectable()
export class ReversalStore {
  async add(tx: Tx, row: Reversal): Promise<void> {
    await tx.manager.getRepository(Reversal).insert(row);
  }

  find(tx: Tx, id: string): Promise<Reversal | null> {
    return tx.manager.getRepository(Reversal).findOneBy({ id });
  }

  ofObject(tx: Tx, processorObject: string): Promise<Reversal | null> {
    return tx.manager.getRepository(Reversal).findOneBy({ processorObject });
  }

  lock(tx: Tx, id: string): Promise<Reversal | null> {
    return lockRow(tx, Reversal, 'id = $1', [id]);
  }

  /** With the move, since the CHECKs hold state and fields together. */
  async move(
    tx: Tx,
    row: Reversal,
    event: ReversalEvent,
    fields: Fields = {},
    why: { reasonCode?: string; happenedAt?: Instant } = {},
  ): Promise<void> {
    const values = columnsOf(tx, Reversal, fields);
    row.state = await moveState(tx, reversalTable, row.id, row.state, event, { ...why, values });
    Object.assign(row, fields);
    row.version += 1;
  }

  /** Its money is elsewhere now: an answer that was fetched before is old. */
  async turn(tx: Tx, row: Reversal, to: Reversal['money']): Promise<void> {
    const fields = { money: to, version: row.version + 1 };
    await tx.manager.getRepository(Reversal).update({ id: row.id }, fields);
    Object.assign(row, fields);
  }

  /** Approved some time ago, and nobody has carried it out: its job was lost. */
  async overdue(tx: Tx, before: Instant, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from reversal where state = 'approved' and state_since < $1
       order by state_since limit $2`,
      [before.toString(), limit],
    );
    return rows.map((r) => r.id);
  }
}
