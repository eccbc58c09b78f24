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

/** A row as it was decided on. */
interface Standing<S extends string> {
  readonly id: string;
  readonly state: S;
}

interface MoveWith {
  readonly reasonCode?: string;
  readonly happenedAt?: Instant;
  /** By column: what the new state needs is written with it, the same for each row. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly each?: EachItsOwn;
}

/** What differs from row to row: columns with their types, as SQL has them, and the values of each. */
interface EachItsOwn {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** SQL that differs between one row and many: a list costs a single row a twentieth more. */
interface Going {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly going: string;
  readonly beyond: string;
}
const ONE: Going = { id: '$1', from: '$2::text', to: '$3::text', going: '', beyond: 'count(*)' };
/** `lists` are of what each row has of its own. */
const many = (names: readonly string[], lists: readonly string[]): Going => ({
  ...{ id: 'g.id', from: 'g.from_state', to: 'g.to_state' },
  going: `from unnest(${['$1::uuid[]', '$2::text[]', '$3::text[]', ...lists].join(', ')})
    as g (${['id', 'from_state', 'to_state', ...names].join(', ')})`,
  beyond: '1 + count(*) - cardinality($1)',
});

const sqlOf = (table: string, sets: readonly string[], one: Going): string => `
  with moved as (
    update ${table} t set
      ${['state = ' + one.to, 'state_since = $4', 'version = t.version + 1', ...sets].join(', ')}
    ${one.going}
    where t.id = ${one.id} and t.state = ${one.from}
    returning t.id, ${one.from} as from_state, ${one.to} as to_state
  ), told as (
    insert into ${table}_history
      (owner_id, seq, event, from_state, to_state, actor_kind, actor_id, reason_code, happened_at)
    select id, 1 + coalesce((select max(seq) from ${table}_history where owner_id = moved.id), 0),
           $5, from_state, to_state, $6, $7, $8, $4
    from moved returning seq
  )
  select app.must_be_one(${one.beyond}) from told`;

/**
 * Moves rows along their edges of one event and writes their history, in one statement. The
 * compare-and-set is the last word: decide on locked rows, and this never misses. Nobody waits for the
 * answer, so the server itself says when it does, and the transaction fails with StateMoved: all of
 * them move or none. Returns their new states, in the order of the rows.
 */
export async function moveStates<S extends string, E extends string>(
  tx: Tx,
  { table, lifecycle }: StateTable<S, E>,
  rows: readonly Standing<S>[],
  event: E,
  { reasonCode, happenedAt = tx.now, values = {}, each }: MoveWith = {},
): Promise<S[]> {
  const froms = [...new Set(rows.map((row) => row.state))].join(', ');
  const to = rows.map((row) => {
    const next = lifecycle.next(row.state, event);
    if (!next.ok) throw new StateMoved(table, row.state, event);
    return next.value;
  });
  if (to.length === 0) return to;
  const [ids, from] = [rows.map((row) => row.id), rows.map((row) => row.state)];
  const why = [toDate(happenedAt), event, tx.ctx.actor.kind, actorIdOf(tx.ctx.actor)];
  const isOne = rows.length === 1;
  const written = isOne ? valuesOfOne({ ...values, ...each?.rows[0] }) : valuesOfMany(values, each);
  await tx.sendAlong(
    sqlOf(table, written.sets, written.going),
    [
      ...(isOne ? [ids[0], from[0], to[0]] : [ids, from, to]),
      ...[...why, reasonCode ?? null, ...written.params],
    ],
    (e) => (sqlStateOf(e) === NOT_ONE ? new StateMoved(table, froms, event) : e),
  );
  return to;
}

/** What is written besides the state: its SQL, with the parameters from the ninth on. */
interface Written {
  readonly sets: readonly string[];
  readonly going: Going;
  readonly params: readonly unknown[];
}

const FIRST_VALUE = 9;

function valuesOfOne(values: Readonly<Record<string, unknown>>): Written {
  const sets = Object.keys(values).map((name, i) => `${name} = $${FIRST_VALUE + i}`);
  return { sets, going: ONE, params: Object.values(values) };
}

function valuesOfMany(same: Readonly<Record<string, unknown>>, each?: EachItsOwn): Written {
  const { types = {}, rows = [] } = each ?? {};
  const { sets, params } = valuesOfOne(same);
  const names = Object.keys(types);
  const lists = names.map((name, i) => `$${FIRST_VALUE + params.length + i}::${types[name]}[]`);
  return {
    sets: [...sets, ...names.map((name) => `${name} = g.${name}`)],
    going: many(names, lists),
    params: [...params, ...names.map((name) => rows.map((row) => row[name]))],
  };
}

/** The same for one row. */
export async function moveState<S extends string, E extends string>(
  tx: Tx,
  table: StateTable<S, E>,
  id: string,
  from: S,
  event: E,
  more: MoveWith = {},
): Promise<S> {
  const [to] = await moveStates(tx, table, [{ id, state: from }], event, more);
  return to!;
}
