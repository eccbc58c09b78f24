import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bondLifecycle, directionLifecycle, paymentLifecycle } from '#bond-escrow';
import { inboxLifecycle } from '#processor';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { valuesOfCheck } from '../support/values-of-check.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const statesOf = (table: string) => valuesOfCheck(database.admin, table, `${table}_state`);

test('the checks know exactly the states of the lifecycles', async () => {
  expect(await statesOf('bond')).toEqual([...bondLifecycle.states].sort());
  expect(await statesOf('payment')).toEqual([...paymentLifecycle.states].sort());
  expect(await statesOf('bond_direction')).toEqual([...directionLifecycle.states].sort());
  expect(await statesOf('processor_event')).toEqual([...inboxLifecycle.states].sort());
});
