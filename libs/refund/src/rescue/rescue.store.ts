import type { PlainDate } from '#kernel';
import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { openRescueStates, rescueLifecycle, type RescueEvent } from '../domain/rescue.lifecycle.ts';
import { Rescue, RescueAccount } from './rescue.entity.ts';

const rescueTable = stateTable('rescue', rescueLifecycle);

type Answer = Pick<Rescue, 'amountMinor' | 'proposedBy' | 'decidedBy'>;
type Fields = Partial<
  Answer & Pick<Rescue, 'accountId' | 'remindOn' | 'askedBecause' | 'askedAt' | 'disbursementId'>
>;

/** Nobody has proposed to pay it, or not any more. */
export const UNANSWERED: Answer = {
  amountMinor: null,
  proposedBy: null,
  decidedBy: null,
};

/** Writes and locks of rescues and of the accounts that payers give. */
@Injectable()
export class RescueStore {
  /** False when one is open for the refund; waits for one that is being made. */
  async add(tx: Tx, row: Rescue): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Rescue)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async addAccount(tx: Tx, row: RescueAccount): Promise<void> {
    await tx.manager.getRepository(RescueAccount).insert(row);
  }

  /** The id of what the payer had given beforehand, now an account of this rescue; null without. */
  async useFallback(tx: Tx, rescueId: string): Promise<string | null> {
    const sql = 'select app.use_fallback_account($1) as id';
    const [row] = await tx.query<{ id: string | null }>(sql, [rescueId]);
    return row?.id ?? null;
  }

  /** Sealed still; the treasury's login alone may read it. */
  account(tx: Tx, id: string): Promise<RescueAccount | null> {
    return tx.manager.getRepository(RescueAccount).findOneBy({ id });
  }

  find(tx: Tx, id: string): Promise<Rescue | null> {
    return tx.manager.getRepository(Rescue).findOneBy({ id });
  }

  byDisbursement(tx: Tx, disbursementId: string): Promise<Rescue | null> {
    return tx.manager.getRepository(Rescue).findOneBy({ disbursementId });
  }

  openOf(tx: Tx, refundId: string): Promise<Rescue | null> {
    const where = { refundId, state: stateIn(openRescueStates) };
    return tx.manager.getRepository(Rescue).findOneBy(where);
  }

  /** Null where this process may not change it any more. */
  lock(tx: Tx, id: string): Promise<Rescue | null> {
    return lockRow(tx, Rescue, 'id = $1', [id]);
  }

  async setRemindOn(tx: Tx, row: Rescue, remindOn: PlainDate): Promise<void> {
    await tx.manager.getRepository(Rescue).update({ id: row.id }, { remindOn });
    row.remindOn = remindOn;
  }

  async move(
    tx: Tx,
    row: Rescue,
    event: RescueEvent,
    fields: Fields = {},
    reasonCode?: string,
  ): Promise<void> {
    const why = { ...(reasonCode && { reasonCode }), values: columnsOf(tx, Rescue, fields) };
    row.state = await moveState(tx, rescueTable, row.id, row.state, event, why);
    Object.assign(row, fields);
    row.version += 1;
  }
}
