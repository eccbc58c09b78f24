import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bondLifecycle, directionLifecycle, paymentLifecycle } from '#bond-escrow';
import { inboxLifecycle } from '#processor';
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
