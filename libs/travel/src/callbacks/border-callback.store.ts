import { lockRow, newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BorderCallback, type CallbackFault } from './border-callback.entity.ts';

const SHOWN_MAX = 20;
const SWEEP_MAX = 200;

/** A parameter where one is named by its id: the index of all that waits is no way to one of them. */
const OPEN = 'waiting';

@Injectable()
export class BorderCallbackStore {
  /** Null where the batch's border system has no address, or is told of this batch already. */
  async add(tx: Tx, batchId: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `insert into border_callback (id, client_id, batch_id)
       select $1, c.id, b.id from movement_batch b join border_client c on c.id = b.client_id
       where b.id = $2 and c.state = 'active' and c.callback_url is not null
       on conflict (batch_id) do nothing returning id`,
      [newId(), batchId],
    );
    return rows[0]?.id ?? null;
  }

  /** Locked; null while it is not its turn: it is over, or a try is under way. */
  lockDue(tx: Tx, id: string): Promise<BorderCallback | null> {
    return lockRow(tx, BorderCallback, 'id = $1 and state = $2 and next_at <= clock_timestamp()', [
      id,
      OPEN,
    ]);
  }

  /** Written before the call: whoever dies in it has used a try, and the next comes in its time. */
  async begin(tx: Tx, id: string, pauseMinutes: number): Promise<void> {
    await tx.query(
      `update border_callback set tries = tries + 1, tried_at = clock_timestamp(),
         next_at = clock_timestamp() + $2 * interval '1 minute' where id = $1`,
      [id, pauseMinutes],
    );
  }

  async taken(tx: Tx, id: string, status: number): Promise<void> {
    await tx.query(
      `update border_callback set state = 'taken', fault = null, status = $2
       where id = $1 and state = $3`,
      [id, status, OPEN],
    );
  }

  async failed(
    tx: Tx,
    id: string,
    why: { readonly fault: CallbackFault; readonly status: number | null },
    isLast: boolean,
  ): Promise<void> {
    await tx.query(
      `update border_callback set state = case when $4 then 'given_up' else state end,
         fault = $2, status = $3 where id = $1 and state = $5`,
      [id, why.fault, why.status, isLast, OPEN],
    );
  }

  /** Whose next try is due; `sinceSeconds` ago at least, so that a job may come first. */
  async due(tx: Tx, sinceSeconds: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from border_callback where state = 'waiting'
         and next_at < clock_timestamp() - $1 * interval '1 second'
       order by next_at limit ${SWEEP_MAX}`,
      [sinceSeconds],
    );
    return rows.map((row) => row.id);
  }

  /** The newest first. */
  ofClient(tx: Tx, clientId: string): Promise<BorderCallback[]> {
    return tx.manager
      .getRepository(BorderCallback)
      .find({ where: { clientId }, order: { id: 'desc' }, take: SHOWN_MAX });
  }
}
