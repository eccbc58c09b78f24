import { toDate, type Instant, type Lifecycle } from '#kernel';
import { actorIdOf, type Tx } from './context.ts';

/** A table whose rows follow a lifecycle: id, state, state_since, version and <table>_history. */
export interface StateTable<S extends string, E extends string> {
  readonly table: string;
  readonly lifecycle: Lifecycle<S, E, string>;
}

export const stateTable = <S extends string, E extends string>(
  table: string,
  lifecycle: Lifecycle<S, E, string>,
): StateTable<S, E> => ({ table, lifecycle });

/** A row was not in the state it was decided on: it was not locked, or the table has no such edge. */
export class StateMoved extends Error {
  constructor(table: string, from: string, event: string) {
    super(`${table}: ${event} found no row in state ${from}`);
    this.name = 'StateMoved';
  }
}

/**
 * Moves one row along one edge and writes its history, in one statement. The compare-and-set is
 * the last word: decide on a locked row, and this never misses.
 */
export async function moveState<S extends string, E extends string>(
  tx: Tx,
  { table, lifecycle }: StateTable<S, E>,
  id: string,
  from: S,
  event: E,
  why: { reasonCode?: string; happenedAt?: Instant } = {},
): Promise<S> {
  const to = lifecycle.next(from, event);
  if (!to.ok) throw new StateMoved(table, from, event);
  const happenedAt = toDate(why.happenedAt ?? tx.now);
  const written = await tx.query<{ seq: number }>(
    `with moved as (
       update ${table} set state = $3, state_since = $4, version = version + 1
       where id = $1 and state = $2 returning id
     )
     insert into ${table}_history
       (owner_id, seq, event, from_state, to_state, actor_kind, actor_id, reason_code, happened_at)
     select id, 1 + coalesce((select max(seq) from ${table}_history where owner_id = $1), 0),
            $5, $2, $3, $6, $7, $8, $4
     from moved returning seq`,
    [
      id,
      from,
      to.value,
      happenedAt,
      event,
      tx.ctx.actor.kind,
      actorIdOf(tx.ctx.actor),
      why.reasonCode ?? null,
    ],
  );
  if (written.length !== 1) throw new StateMoved(table, from, event);
  return to.value;
}
