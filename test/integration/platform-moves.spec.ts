// How a row moves from state to state.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { defineLifecycle } from '#kernel';
import { Database, moveState, newId, StateMoved, stateTable, systemCtx } from '#platform';
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
  states: { off: { public: 'dark' }, on: { public: 'bright' } },
  edges: [
    { event: 'lit', from: ['off'], to: 'on', by: ['anyone'] },
    { event: 'put_out', from: ['on'], to: 'off', by: ['anyone'] },
  ],
});
const lights = stateTable('light', light);

beforeAll(async () => {
  world = await freshDatabase();
  await world.admin.query(`
    create table light (id uuid primary key, state text not null check (${light.sqlCheck()}),
      state_since timestamptz not null default now(), version integer not null default 1);
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
