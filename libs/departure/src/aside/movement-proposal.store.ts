import { toDate } from '#kernel';
import { columnsOf, lockRow, moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  movementProposalLifecycle,
  type MovementProposalEvent,
} from '../domain/movement-proposal.lifecycle.ts';
import { MovementHolder, MovementProposal } from './movement-proposal.entity.ts';

const proposalTable = stateTable('movement_proposal', movementProposalLifecycle);

type Answer = Partial<Pick<MovementProposal, 'decidedBy' | 'declineReason'>>;

/** Writes and locks of what is done with records set aside. Lock the record before. */
@Injectable()
export class MovementProposalStore {
  /** False when another proposal about the same record is open; waits for one that is being made. */
  async add(tx: Tx, row: MovementProposal): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MovementProposal)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  find(tx: Tx, id: string): Promise<MovementProposal | null> {
    return tx.manager.getRepository(MovementProposal).findOneBy({ id });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<MovementProposal | null> {
    return lockRow(tx, MovementProposal, 'id = $1', [id]);
  }

  async move(
    tx: Tx,
    row: MovementProposal,
    event: MovementProposalEvent,
    fields: Answer = {},
    reasonCode?: string,
  ): Promise<void> {
    row.state = await moveState(tx, proposalTable, row.id, row.state, event, {
      ...(reasonCode && { reasonCode }),
      values: columnsOf(tx, MovementProposal, fields),
    });
    Object.assign(row, fields);
    row.version += 1;
  }

  async holder(tx: Tx, movementId: string): Promise<string | null> {
    const row = await tx.manager.getRepository(MovementHolder).findOneBy({ movementId });
    return row?.accountId ?? null;
  }

  /** Gives a record that nobody looks after to this person. False when somebody was quicker. */
  async take(tx: Tx, movementId: string, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `with taken as (
         insert into movement_holder (movement_id, account_id, since) values ($1, $2, $3)
         on conflict (movement_id) do update
           set account_id = excluded.account_id, since = excluded.since
           where movement_holder.account_id is null
         returning movement_id)
       select * from taken`,
      [movementId, accountId, toDate(tx.now)],
    );
    return rows.length === 1;
  }

  async release(tx: Tx, movementId: string): Promise<void> {
    await tx.manager
      .getRepository(MovementHolder)
      .update({ movementId }, { accountId: null, since: tx.now });
  }
}
