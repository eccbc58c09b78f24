import { toDate, type Instant, type Lifecycle } from '#kernel';
import { actorIdOf, type Tx } from './context.ts';
import { sqlStateOf } from './sql-errors.ts';

// What app.must_be_one raises.
const NOT_ONE = 'VB010';

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

interface MoveWith {
  readonly reasonCode?: string;
  readonly happenedAt?: Instant;
  /** By column: what the new state needs is written with it. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * Moves one row along one edge and writes its history, in one statement. The compare-and-set is
 * the last word: decide on a locked row, and this never misses. Nobody waits for the answer, so the
 * server itself says when it does, and the transaction fails with StateMoved.
 */
export async function moveState<S extends string, E extends string>(
  tx: Tx,
  { table, lifecycle }: StateTable<S, E>,
  id: string,
  from: S,
  event: E,
  { reasonCode, happenedAt = tx.now, values = {} }: MoveWith = {},
): Promise<S> {
  const to = lifecycle.next(from, event);
  if (!to.ok) throw new StateMoved(table, from, event);
  const names = Object.keys(values);
  await tx.sendAlong(
    `with moved as (
       update ${table} set state = $3, state_since = $4, version = version + 1
         ${names.map((name, i) => `, ${name} = $${i + 9}`).join('')}
       where id = $1 and state = $2 returning id
     ), told as (
       insert into ${table}_history
         (owner_id, seq, event, from_state, to_state, actor_kind, actor_id, reason_code, happened_at)
       select id, 1 + coalesce((select max(seq) from ${table}_history where owner_id = $1), 0),
              $5, $2, $3, $6, $7, $8, $4
       from moved returning seq
     )
     select app.must_be_one(count(*)) from told`,
    [
      id,
      from,
      to.value,
      toDate(happenedAt),
      event,
      tx.ctx.actor.kind,
      actorIdOf(tx.ctx.actor),
      reasonCode ?? null,
      ...names.map((name) => values[name]),
    ],
    (e) => (sqlStateOf(e) === NOT_ONE ? new StateMoved(table, from, event) : e),
  );
  return to.value;
}
