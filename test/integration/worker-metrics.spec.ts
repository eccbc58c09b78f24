// What the operator's monitoring reads: every library's numbers, as they are at each scrape.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { MetricsController } from '../../apps/worker/src/metrics.controller.ts';
import { OracleWatch } from '../../apps/worker/src/oracle-watch.service.ts';
import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let worker: TestingModule;

beforeAll(async () => {
  db = await freshDatabase();
  const imports = [WorkerModule.forRoot(testConfig(db.url('worker')))];
  worker = await Test.createTestingModule({ imports }).compile();
  await worker.get(OracleWatch).pass();
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

const scraped = async () => (await worker.get(MetricsController).metrics()).split('\n');
const ours = (lines: readonly string[]) =>
  lines.filter((line) =>
    /^(oracle_violations|processor_events|rule_refunds_waiting|unfinished)/.test(line),
  );

const QUIET = [
  'oracle_violations 0',
  ...['received', 'parked', 'failed'].map((state) => `processor_events{state="${state}"} 0`),
  'rule_refunds_waiting 0',
  ...[
    'events',
    'mail',
    'looks',
    'transfers',
    'movements',
    'imports',
    'refunds',
    'disputeAnswers',
    'breaches',
    'sweep',
  ].map((kind) => `unfinished_work{kind="${kind}"} 0`),
];

test('each library says its numbers, and the process its own', async () => {
  const lines = await scraped();
  expect(ours(lines)).toEqual(QUIET);
  expect(lines).toContainEqual(
    expect.stringMatching(/^rule_refunds_ceiling\{by="programme",name="mali-us"\} [1-9]/),
  );
  expect(lines).toContain('rule_refunds_last_hour{by="programme",name="mali-us"} 0');
  expect(lines).toContainEqual(expect.stringMatching(/^process_resident_memory_bytes \d/));
});

test('how old the last pass over the books is, and what contradicted them', async () => {
  const age = (await scraped()).find((line) => line.startsWith('oracle_age_seconds '));
  expect(Number(age?.split(' ')[1])).toBeLessThan(60);
  await db.admin.query('alter table ledger.account disable trigger all');
  await db.admin.query(
    `insert into ledger.account (owner_id, kind, currency, held) values (gen_random_uuid(), 'bond', 'USD', 5)`,
  );
  expect(await scraped()).toContain('oracle_violations 0'); // a scrape looks at nothing
  expect(await worker.get(OracleWatch).pass()).not.toEqual([]);
  expect(await scraped()).not.toContain('oracle_violations 0');
  await db.admin.query('delete from ledger.account');
  await worker.get(OracleWatch).pass();
});

test('a number is that of now, and gone is gone', async () => {
  await db.admin.query(
    `insert into processor_event (id, type, object_kind, livemode, created_at, state, processed_at)
     values ('evt_1', 'charge.updated', 'charge', false, now(), 'failed', now())`,
  );
  expect(await scraped()).toContain('processor_events{state="failed"} 1');
  await db.admin.query('delete from processor_event');
  expect(ours(await scraped())).toEqual(QUIET);
});
