// What stays behind when something breaks, and what must not break with it.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Database, JobRunner, Jobs, PlatformModule, systemCtx, type JobHandler } from '#platform';
import { testConfig } from '../support/app.ts';
import { roleOf } from '../../migrations/logins.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const NAME = 'Awa Example';
const ctx = systemCtx('test');
const WAIT_MS = 10_000;

let db: TestDatabase;
const steps: string[] = [];

/** As anything that a job may still need until it has ended. */
@Injectable()
class Needed implements OnApplicationShutdown {
  onApplicationShutdown(): void {
    steps.push('needed part gone');
  }
}

const start = async (): Promise<TestingModule> => {
  const config = testConfig(db.url('worker'));
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ process: 'worker', config })],
    providers: [Needed],
  }).compile();
  return app.init();
};

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());
beforeEach(() => {
  steps.length = 0;
});

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (const began = performance.now(); !(await isSo());) {
    if (performance.now() - began > WAIT_MS) throw new Error('it did not come to be');
    await new Promise((done) => setTimeout(done, 20));
  }
};

async function aJob(app: TestingModule, handler: JobHandler): Promise<void> {
  await app.get(JobRunner).work('sweep', handler);
  await app.get(Database).write(ctx, (tx) => app.get(Jobs).enqueue(tx, 'sweep', {}));
}
const jobs = async () =>
  (
    await db.admin.query<{ state: string; output: unknown }>(
      `select state, output from pgboss.job where name = 'sweep' order by created_on desc`,
    )
  ).rows;

test('a job that fails leaves its kind of failure in the queue, not the data it had', async () => {
  const app = await start();
  await aJob(app, async () => {
    await app.get(Database).read(ctx, (tx) => tx.query('select $1::date', [NAME]));
  });
  await until(async () => (await jobs())[0]?.output !== null && (await jobs()).length > 0);
  const [job] = await jobs();
  expect(JSON.stringify(job!.output)).toContain('the database refused: 22007');
  expect(JSON.stringify(job!.output)).not.toContain(NAME);
  await app.close();
});

test('a job that runs while the process is asked to end, ends first, with all it needs', async () => {
  await db.admin.query('delete from pgboss.job_common');
  const app = await start();
  await aJob(app, async () => {
    steps.push('job began');
    await new Promise((done) => setTimeout(done, 700));
    await app.get(Database).read(ctx, (tx) => tx.query('select 1'));
    steps.push('job ended');
  });
  await until(() => steps.length > 0);
  await app.close();
  expect(steps).toEqual(['job began', 'job ended', 'needed part gone']);
  expect((await jobs()).map((j) => j.state)).toEqual(['completed']);
});

test('connections that the server ends cost the statement under way and nothing else', async () => {
  const app = await start();
  const database = app.get(Database);
  const end = () =>
    db.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = '${roleOf('worker')}'`,
    );
  await database.read(ctx, (tx) => tx.query('select 1'));
  await end(); // idle in the pool
  expect(await database.read(ctx, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  const underWay = database.write(ctx, (tx) => tx.query('select pg_sleep(20)'));
  const failed = expect(underWay).rejects.toThrow();
  await until(async () => {
    const { rows } = await db.admin.query(
      `select 1 from pg_stat_activity where datname = current_database()
         and query like '%pg_sleep(20)%' and usename = '${roleOf('worker')}'`,
    );
    return rows.length > 0;
  });
  await end();
  await failed;
  expect(await database.read(ctx, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  await app.close();
});
