// A queue that was empty when it was last counted, and is given many jobs: taking some and telling how
// they ended must not go through all of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PgBoss, type Db } from 'pg-boss';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const QUEUE = 'disbursement.send';
const TOGETHER = 4;
/** A look along an index and the rows of four jobs, written anew with their entries in all indexes. */
const PAGES_MAX = 250;

let db: TestDatabase;
let boss: PgBoss;

beforeAll(async () => {
  db = await freshDatabase();
  boss = new PgBoss({ connectionString: db.url('worker'), migrate: false, supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  await jobs('mail.send', 500);
  await db.admin.query('vacuum analyze pgboss.job_common');
  await jobs(QUEUE, 5000);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.drop();
});

/** Most of them done, which a queue keeps for days. */
const jobs = (queue: string, count: number) =>
  db.admin.query(
    `insert into pgboss.job_common (name, state, completed_on, created_on, policy, singleton_key)
     select $1, s.state::pgboss.job_state, case s.state when 'completed' then now() end,
       now() - n * interval '1 ms', 'short', n::text
     from generate_series(1, $2::int) n,
       lateral (select case n % 10 when 0 then 'created' else 'completed' end as state) s`,
    [queue, count],
  );

interface Node {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Runs what is asked of it, and notes how many pages of memory the server looked at. */
function counting() {
  const pages: number[] = [];
  const executeSql: Db['executeSql'] = async (sql, params) => {
    await db.admin.query('begin');
    const { rows } = await db.admin.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, buffers, format json) ${sql}`,
      params as unknown[],
    );
    await db.admin.query('rollback');
    const { Plan: plan } = rows[0]!['QUERY PLAN'][0];
    pages.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
    return db.admin.query(sql, params as unknown[]);
  };
  return { pages, db: { executeSql } };
}

test('a look for jobs and their ends cost the same however many a queue has', async () => {
  const counted = counting();
  const taken = await boss.fetch(QUEUE, { batchSize: TOGETHER, db: counted.db });
  expect(taken).toHaveLength(TOGETHER);
  const ids = taken.map(({ id }) => id);
  await boss.complete(QUEUE, ids, undefined, { db: counted.db });
  expect(counted.pages).toHaveLength(2);
  expect(Math.max(...counted.pages)).toBeLessThan(PAGES_MAX);
  const { rows } = await db.admin.query(
    'select distinct state from pgboss.job_common where id = any($1)',
    [ids],
  );
  expect(rows).toEqual([{ state: 'completed' }]);
});
