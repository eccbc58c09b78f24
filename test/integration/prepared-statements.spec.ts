// Statements are planned once for a connection, whoever sends them: a store, a service or pg-boss.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sourceOptions } from '#platform';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  db = await freshDatabase();
  source = await new DataSource(sourceOptions(db.url('worker'), 1)).initialize();
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

const prepared = () =>
  source.query<{ statement: string; uses: string }[]>(
    `select statement, generic_plans + custom_plans as uses from pg_prepared_statements
     where statement like '%as answer'`,
  );

test('the same text is prepared once, with its values apart', async () => {
  for (const n of [1, 2, 3]) {
    expect(await source.query('select $1::int * 2 as answer', [n])).toEqual([{ answer: n * 2 }]);
  }
  expect(await prepared()).toEqual([{ statement: 'select $1::int * 2 as answer', uses: '3' }]);
});

test('a statement is planned once, with an array in it too', async () => {
  for (const n of [1, 2, 3]) {
    await source.query('select count(*) as many from pg_class where oid = any($1)', [[n]]);
  }
  const plans = await source.query(
    `select generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements
     where statement like '%as many %'`,
  );
  expect(plans).toEqual([{ kept: 3, anew: 0 }]);
});

test('a statement that failed is not taken for prepared', async () => {
  const wrong = () => source.query('select $1::int / 0 as answer', [1]);
  await expect(wrong()).rejects.toThrow('division by zero');
  await expect(wrong()).rejects.toThrow('division by zero');
  await expect(source.query('select $1::nothing as answer', [1])).rejects.toThrow('nothing');
  await expect(source.query('select $1::nothing as answer', [1])).rejects.toThrow('nothing');
  expect(await source.query('select $1::int as answer', [7])).toEqual([{ answer: 7 }]);
});

test('what varies without end is not prepared without end', async () => {
  for (let n = 0; n < 400; n++) {
    expect(await source.query(`select $1::int + ${n} as answer`, [1])).toEqual([{ answer: n + 1 }]);
  }
  expect((await prepared()).length).toBeLessThanOrEqual(300);
});
