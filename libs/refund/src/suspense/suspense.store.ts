import { toDate } from '#kernel';
import { columnsOf, lockRow, moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { suspenseLifecycle, type SuspenseProposalEvent } from '../domain/suspense.lifecycle.ts';
import { SuspenseHolder, SuspenseProposal } from './suspense-proposal.entity.ts';

const proposalTable = stateTable('suspense_proposal', suspenseLifecycle);

type Answer = Partial<Pick<SuspenseProposal, 'decidedBy' | 'declineReason'>>;

/** Writes and locks of what is done with money in suspense. Lock case and bond before. */
@Injectable()
export class SuspenseStore {
  /** False when another proposal about the same money is open; waits for one that is being made. */
  async add(tx: Tx, row: SuspenseProposal): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(SuspenseProposal)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  find(tx: Tx, id: string): Promise<SuspenseProposal | null> {
    return tx.manager.getRepository(SuspenseProposal).findOneBy({ id });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<SuspenseProposal | null> {
    return lockRow(tx, SuspenseProposal, 'id = $1', [id]);
  }

  /** With what the new state needs: the database sees to it that they agree. */
  async move(
    tx: Tx,
    row: SuspenseProposal,
    event: SuspenseProposalEvent,
    fields: Answer = {},
    reasonCode?: string,
  ): Promise<void> {
    const why = {
      ...(reasonCode && { reasonCode }),
      values: columnsOf(tx, SuspenseProposal, fields),
    };
    row.state = await moveState(tx, proposalTable, row.id, row.state, event, why);
    Object.assign(row, fields);
    row.version += 1;
  }

  async holder(tx: Tx, receivedPaymentId: string): Promise<string | null> {
    const repository = tx.manager.getRepository(SuspenseHolder);
    return (await repository.findOneBy({ receivedPaymentId }))?.accountId ?? null;
  }

  /** Gives money that nobody looks after to this person. False when somebody was quicker. */
  async take(tx: Tx, receivedPaymentId: string, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `with taken as (
         insert into suspense_holder (received_payment_id, account_id, since) values ($1, $2, $3)
         on conflict (received_payment_id) do update
           set account_id = excluded.account_id, since = excluded.since
           where suspense_holder.account_id is null
         returning received_payment_id)
       select * from taken`,
      [receivedPaymentId, accountId, toDate(tx.now)],
    );
    return rows.length === 1;
  }

  async release(tx: Tx, receivedPaymentId: string): Promise<void> {
    await tx.manager
      .getRepository(SuspenseHolder)
      .update({ receivedPaymentId }, { accountId: null, since: tx.now });
  }
}
