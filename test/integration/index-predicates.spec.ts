// A partial index serves only statements that say its predicate: what the entities derive from the
// lifecycles' tables is what the database has.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Bond } from '#bond-escrow';
import { Disbursement } from '#refund';
import '#travel';
import { getMetadataArgsStorage } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

/** Of every table that has a lifecycle: these libraries load all others that have one. */
const declared = getMetadataArgsStorage()
  .indices.filter(({ where }) => /\bstate\b/.test(where ?? ''))
  .map(({ name, where }): [string, string] => [name!, where!]);

/** Which states a predicate names, and whether it means them or all others. */
const meaning = (predicate: string) => ({
  others: /\bnot in\b|<>/i.test(predicate),
  states: [...predicate.matchAll(/'([a-z_]+)'/g)].map(([, state]) => state).sort(),
});

test('the tables that have a lifecycle have partial indexes', () => {
  const tables = getMetadataArgsStorage().tables.map(({ target }) => target);
  expect(tables).toEqual(expect.arrayContaining([Bond, Disbursement]));
  expect(declared.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      ...['bond_due', 'disbursement_one_open', 'reversal_unsettled', 'movement_waiting'],
      ...['visa_case_queue_new', 'visa_case_queue_mine', 'visa_case_live'],
    ]),
  );
});

test.each(declared)(
  '%s: its predicate in the database names the same states',
  async (name, where) => {
    const { rows } = await db.admin.query<{ predicate: string }>(
      `select pg_get_expr(i.indpred, i.indrelid) as predicate
     from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = $1`,
      [name],
    );
    expect(rows).toHaveLength(1);
    expect(meaning(rows[0]!.predicate)).toEqual(meaning(where));
  },
);
