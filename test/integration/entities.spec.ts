// What the code believes of the tables is what the migrations made of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { startProcess } from '../support/world/process.ts';

let db: TestDatabase;
let worker: TestingModule;

beforeAll(async () => {
  db = await freshDatabase();
  worker = await startProcess('worker', db.url('worker'));
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

/** SQL that would make the tables say what the entities say. */
async function drift(): Promise<string[]> {
  const asAdmin = { ...worker.get(DataSource).options, url: db.adminUrl } as DataSource['options'];
  const source = await new DataSource(asAdmin).initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  return upQueries.map((q) => q.query);
}

/** Checks, keys into other tables and indexes for reading are the migrations' alone. */
async function known(): Promise<Set<string>> {
  const { rows } = await db.admin.query<{ name: string }>(
    `select conname as name from pg_constraint where contype in ('c', 'f')
     union all select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
     where not x.indisunique or x.indpred is not null`,
  );
  return new Set(rows.map((row) => row.name));
}

test('columns, keys and names of every entity are those of its table', async () => {
  const own = await known();
  const isDrift = (sql: string) =>
    !own.has(/DROP (?:CONSTRAINT|INDEX) (?:"\w+"\.)?"(\w+)"$/.exec(sql)?.[1] ?? '');
  expect((await drift()).filter(isDrift)).toEqual([]);
});
