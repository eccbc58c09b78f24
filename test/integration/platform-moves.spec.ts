// How a row moves from state to state.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { defineLifecycle } from '#kernel';
import {
  Database,
  moveState,
  moveStates,
  newId,
  StateMoved,
  stateTable,
  systemCtx,
} from '#platform';
import { historyTable } from '../../migrations/history.ts';
import { roleOf } from '../../migrations/logins.ts';
import { startPlatform } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let world: TestDatabase;
let app: TestingModule;
let db: Database;
const system = systemCtx('test');

const light = defineLifecycle({
  name: 'light',
  initial: 'off',
  states: { off: { public: 'dark' }, on: { public: 'bright' }, broken: { public: 'dark' } },
  edges: [
    { event: 'lit', from: ['off'], to: 'on', by: ['anyone'] },
    { event: 'put_out', from: ['on'], to: 'off', by: ['anyone'] },
    { event: 'dropped', from: ['off', 'on'], to: 'broken', by: ['anyone'] },
  ],
});
const lights = stateTable('light', light);

beforeAll(async () => {
  world = await freshDatabase();
  await world.admin.query(`
    create table light (id uuid primary key, state text not null check (${light.sqlCheck()}),
      state_since timestamptz not null default now(), version integer not null default 1, note text);
    ${historyTable('light')}
    grant select, update on light to ${roleOf('worker')};
    grant select, insert on light_history to ${roleOf('worker')}`);
  app = await startPlatform(world);
  db = app.get(Database);
});

afterAll(async () => {
  await app.close();
  await world.drop();
});

test('a row moves along its edges only, from the state it is in, with gapless history', async () => {
  const id = newId();
  await world.admin.query(`insert into light (id, state) values ($1, 'off')`, [id]);
  await db.write(system, (tx) => moveState(tx, lights, id, 'off', 'lit'));
  await db.write(system, (tx) =>
    moveState(tx, lights, id, 'on', 'put_out', { reasonCode: 'late' }),
  );
  const stale = db.write(system, (tx) => moveState(tx, lights, id, 'on', 'put_out'));
  await expect(stale).rejects.toThrow(StateMoved);
  const { rows } = await world.admin.query(
    `select l.state, l.version, h.seq, h.event, h.reason_code from light l
     join light_history h on h.owner_id = l.id where l.id = $1 order by h.seq`,
    [id],
  );
  expect(rows).toEqual([
    { state: 'off', version: 3, seq: 1, event: 'lit', reason_code: null },
    { state: 'off', version: 3, seq: 2, event: 'put_out', reason_code: 'late' },
  ]);
  await expect(world.admin.query('delete from light_history')).rejects.toThrow('only added');
});

type Light = { readonly id: string; readonly state: 'off' | 'on' };

/** One that is off, and one that was lit. */
async function twoLights(): Promise<[Light, Light]> {
  const [one, other] = [newId(), newId()];
  await world.admin.query(`insert into light (id, state) values ($1, 'off'), ($2, 'off')`, [
    one,
    other,
  ]);
  await db.write(system, (tx) => moveState(tx, lights, other, 'off', 'lit'));
  return [
    { id: one, state: 'off' },
    { id: other, state: 'on' },
  ];
}

const storyOf = async ({ id }: Light) =>
  (
    await world.admin.query(
      `select l.state, l.version, l.state_since = max(h.happened_at) over () as fits, h.seq, h.event,
         h.from_state, h.to_state, h.actor_kind, h.actor_id, h.reason_code
       from light l left join light_history h on h.owner_id = l.id where l.id = $1 order by h.seq`,
      [id],
    )
  ).rows as unknown[];

test('many rows move at once as they do one by one, each from its own state', async () => {
  const [alone, together] = [await twoLights(), await twoLights()];
  const why = { reasonCode: 'storm' };
  for (const { id, state } of alone) {
    await db.write(system, (tx) => moveState(tx, lights, id, state, 'dropped', why));
  }
  const states = await db.write(system, (tx) => moveStates(tx, lights, together, 'dropped', why));
  expect(states).toEqual(['broken', 'broken']);
  for (const [n, light] of together.entries()) {
    expect(await storyOf(light)).toEqual(await storyOf(alone[n]!));
  }
  expect(await storyOf(together[1])).toMatchObject([{ event: 'lit' }, { from_state: 'on' }]);
});

test('what differs from row to row is written with the move of each', async () => {
  const notes = ['by hand', null];
  const each = { types: { note: 'text' }, rows: notes.map((note) => ({ note })) };
  const [one] = await twoLights();
  for (const rows of [await twoLights(), [one]]) {
    const own = { ...each, rows: each.rows.slice(0, rows.length) };
    await db.write(system, (tx) => moveStates(tx, lights, rows, 'dropped', { each: own }));
    const noted = await world.admin.query(
      'select note from light where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
      [rows.map(({ id }) => id)],
    );
    expect(noted.rows).toEqual(own.rows);
  }
});

test('of many rows none moves when one is not where it was, is named twice or has no such edge', async () => {
  const [off, on] = await twoLights();
  const before = [await storyOf(off), await storyOf(on)];
  const moving = (rows: readonly Light[], event: 'dropped' | 'lit') =>
    db.write(system, (tx) => moveStates(tx, lights, rows, event));
  const stale: Light = { id: on.id, state: 'off' };
  for (const rows of [
    [off, stale],
    [off, off],
    [off, { id: newId(), state: 'on' } as const],
  ]) {
    await expect(moving(rows, 'dropped')).rejects.toThrow(StateMoved);
  }
  await expect(moving([off, on], 'lit')).rejects.toThrow('light: lit found no row in state on');
  expect([await storyOf(off), await storyOf(on)]).toEqual(before);
  expect(await moving([], 'dropped')).toEqual([]);
});
