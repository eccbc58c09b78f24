import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { applicationEntities } from '#application';
import {
  bondEscrowEntities,
  bondLifecycle,
  directionLifecycle,
  paymentLifecycle,
} from '#bond-escrow';
import { schemaDrift } from '#platform';
import { inboxLifecycle, processorEntities } from '#processor';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The states that the table's CHECK lets in. */
async function statesOf(constraint: string): Promise<string[]> {
  const { rows } = await database.admin.query<{ def: string }>(
    'select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1',
    [constraint],
  );
  return [...rows[0]!.def.matchAll(/'([a-z_]+)'/g)].map((m) => m[1]!).sort();
}

test('the checks know exactly the states of the lifecycles', async () => {
  expect(await statesOf('bond_state')).toEqual([...bondLifecycle.states].sort());
  expect(await statesOf('payment_state')).toEqual([...paymentLifecycle.states].sort());
  expect(await statesOf('bond_direction_state')).toEqual([...directionLifecycle.states].sort());
  expect(await statesOf('processor_event_state')).toEqual([...inboxLifecycle.states].sort());
});

test('entities and tables agree', async () => {
  const entities = [...bondEscrowEntities, ...processorEntities, ...applicationEntities];
  const drift = await schemaDrift(database.adminUrl, entities);
  // Checks and foreign keys are the migrations' alone.
  const { rows } = await database.admin.query<{ name: string }>(
    `select conname as name from pg_constraint where contype in ('c', 'f')`,
  );
  const own = new Set(rows.map((row) => row.name));
  const isDrift = (sql: string) =>
    /"(bond|bond_direction|undertaking|payment|processor_event)"/.test(sql) &&
    !own.has(/DROP CONSTRAINT "(\w+)"$/.exec(sql)?.[1] ?? '');
  expect(drift.filter(isDrift)).toEqual([]);
});
