// What is found by looking: rows whose time is over go, and one part that fails holds up no other.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UnfinishedWork } from '#platform';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Sweep, SWEPT } from '../../apps/worker/src/sweep.service.ts';
import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const TABLES = ['account_session', 'border_token', 'mailed_code', 'rate_limit', 'session'];

let db: TestDatabase;
let worker: TestingModule;

beforeAll(async () => {
  db = await freshDatabase();
  const imports = [WorkerModule.forRoot(testConfig(db.url('worker')))];
  // Not started: nothing but the test sweeps.
  worker = await Test.createTestingModule({ imports }).compile();
  Logger.overrideLogger(false); // a part that fails is logged
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

/** One row of each, whose time ends then. Whose it is does not matter here. */
async function ending(moment: string): Promise<void> {
  await db.admin.query(`
    set session_replication_role = replica;
    insert into session (sid, sess, expire, login) values (gen_random_uuid(), '{}', ${moment}, 'x');
    insert into rate_limit (key, points, window_ends) values (gen_random_uuid(), 1, ${moment});
    insert into border_token (client_id, jti, expires_at)
      values (gen_random_uuid(), gen_random_uuid(), ${moment});
    insert into mailed_code (id, purpose, kind, account_id, email_token, email_sealed,
        browser_hash, code_hash, language, contact_point_id, expires_at)
      select gen_random_uuid(), 'sign_up', 'applicant', gen_random_uuid(), zero, '', zero, zero,
        'en', gen_random_uuid(), ${moment} from decode(repeat('00', 32), 'hex') zero;
    insert into account_session (id, account_id, site, token_hash, created_at, expires_at)
      values (gen_random_uuid(), gen_random_uuid(), 'portal', sha256(random()::text::bytea),
        ${moment} - interval '1 hour', ${moment});
    set session_replication_role = origin`);
}

async function counts(): Promise<number[]> {
  const each = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await db.admin.query<Record<string, number>>(`select ${each.join(', ')}`);
  return TABLES.map((table) => rows[0]![table]!);
}

test('rows whose time is long over are gone, and no others', async () => {
  await ending(`now() + interval '1 hour'`);
  const kept = await counts();
  expect(kept).toEqual([1, 1, 1, 1, 1]);
  await ending(`now() - interval '40 days'`);
  await worker.get(Sweep).run();
  expect(await counts()).toEqual(kept);
});

test('every library is asked, and the end is written down', async () => {
  const names = worker.get<{ sweepParts(): object }[]>(SWEPT).map((s) => s.sweepParts());
  expect(names.flatMap((parts) => Object.keys(parts))).toEqual([
    ...['lapses', 'payments in between', 'payers who did not answer'],
    ...['refunds without a job', 'settlements without a job'],
    ...['bonds of ended cases without a job', 'answers to disputes without a job'],
    'freezes without a job',
    ...['suspense decided or overtaken', 'what is left at the processor'],
    ...['accounts asked of payers', 'bank reports without a job'],
    ...['records without a job', 'records decided or overtaken'],
    ...['refunds that nothing contradicts any more', 'imports without a job'],
    ...['visas never used', 'departures never recorded'],
    ...['requests for evidence without an answer', 'evidence accepted or overtaken'],
    ...['facts of stays accepted or overtaken'],
    ...['mail that did not leave', 'old codes and sign-ins', 'old border tokens'],
    'callbacks to border systems that are due',
    ...['referrals without a file', 'windows to appeal that are over'],
    ...['breach rulings without a job', 'feed marks without a job'],
    'records without a traveller, unsearched',
    ...['leave-by reminders', 'requests for information'],
    ...['public figures', 'seals of days', 'seals not published', 'closings of days'],
    'public balances',
    'processor balance',
    ...['movements at the processor', 'books against the processor', 'books against the bank'],
    'differences without a job',
    ...['closings of months', 'payers whose way back closes'],
    'old sessions and limits',
  ]);
  const { rows } = await db.admin.query(`select kind from waiting_work where kind = 'sweep'`);
  expect(rows).toHaveLength(1);
});

test('a part that fails holds up no other, and fails the sweep in the end', async () => {
  const done: string[] = [];
  const parts = {
    first: () => Promise.reject(new Error('first')),
    second: async () => done.push('second'),
    third: () => Promise.reject(new Error('third')),
  };
  const more = { fourth: async () => done.push('fourth') };
  const libraries = [parts, more].map((of) => ({ sweepParts: () => of }));
  const sweep = new Sweep(libraries, worker.get(UnfinishedWork));
  await expect(sweep.run()).rejects.toThrow('first');
  expect(done).toEqual(['second', 'fourth']);
});
