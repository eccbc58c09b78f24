// A CHECK that compares with a column that may be null forbids nothing where it is null.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Whether a CHECK lets a row pass that holds these values, written as SQL. */
async function passes(constraint: string, row: Readonly<Record<string, string>>): Promise<boolean> {
  const { rows } = await database.admin.query<{ expression: string }>(
    `select pg_get_expr(conbin, conrelid) as expression from pg_constraint
     where contype = 'c' and conname = '${constraint}'`,
  );
  const columns = Object.entries(row).map(([name, value]) => `${value} as ${name}`);
  const { rows: said } = await database.admin.query<{ held: boolean | null }>(
    `select ${rows[0]!.expression} as held from (select ${columns.join(', ')}) row`,
  );
  return said[0]!.held !== false;
}

test.each<[constraint: string, good: Record<string, string>, withNull: Record<string, string>]>([
  [
    'refund_of_bond',
    { owner_kind: `'bond'::text`, owner_id: `'one'`, bond_id: `'one'` },
    { owner_kind: `'bond'::text`, owner_id: `'one'`, bond_id: 'null::text' },
  ],
  [
    'visa_extended_until',
    { leave_by: `date '2026-01-02'`, extended_until: `date '2026-01-02'` },
    { leave_by: 'null::date', extended_until: `date '2026-01-02'` },
  ],
])('%s holds where a value is missing', async (constraint, good, withNull) => {
  expect(await passes(constraint, good)).toBe(true);
  expect(await passes(constraint, withNull)).toBe(false);
});
