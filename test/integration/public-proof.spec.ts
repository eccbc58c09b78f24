// Everybody sees where the money is, and holds the seals of days in their own hands.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromDate, Temporal } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oracleWatch } from '../support/oracle-watch.ts';
import { sealingWorker } from '../support/sealing-worker.ts';
import { verifySeals as verify } from '../support/verify-seals.ts';
import { World } from '../support/world/world.ts';

const TWO_DAYS = Temporal.Duration.from({ hours: 49 });
const folder = mkdtempSync(join(tmpdir(), 'day-seals-'));
let world: World;
let worker: Awaited<ReturnType<typeof sealingWorker>>;

beforeAll(async () => {
  world = await World.start();
  worker = await sealingWorker(world.db, folder);
}, 240_000);
afterAll(async () => {
  await worker.close();
  rmSync(folder, { recursive: true });
  expect(await world.stop()).toEqual([]);
});

const page = async () => (await world.visitor('portal')).get('/proof');
const pass = () => oracleWatch((token) => world.worker.get(token)).pass();

test('before anything is told or sealed, the page says so', async () => {
  const { status, words } = await page();
  expect(status).toBe(200);
  expect(words).toContain('No totals yet');
  expect(words).toContain('No day is sealed yet');
});

test('what is owed and where it is: told once a day, so that no payment can be read off', async () => {
  await world.aBond().held();
  await pass();
  expect(await worker.telling.sweep()).toBeGreaterThan(0);
  const { amount } = await world.one<{ amount: string }>(
    `select to_char(sum(held) / 100, 'FM999,999,999') as amount from ledger.account`,
  );
  await new Promise((done) => setTimeout(done, 5_100)); // what is shown may be that old
  const first = await page();
  expect(first.words).toContain(`Bonds $${amount}`);
  expect(first.words).toContain('Every account agrees');
  await world.aBond().held();
  await pass();
  await worker.telling.sweep();
  // As many tellings as days, be it that midnight has passed meanwhile.
  expect(
    await world.one(`select count(distinct as_of) = count(distinct day) as once from told_balance`),
  ).toEqual({ once: true });
});

test('a day’s file is served as it is written outside', async () => {
  const { now } = await world.one<{ now: Date }>('select clock_timestamp() as now');
  await worker.sealing.sweep(instantFromDate(now).add(TWO_DAYS));
  await worker.sealing.publish();
  const visitor = await world.visitor('portal');
  const [name = ''] = readdirSync(folder);
  const served = await visitor.get(`/proof/days/${name.replace('.json', '')}`);
  expect(served.body).toBe(readFileSync(join(folder, name), 'utf8'));
  expect(served.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
  for (const nothing of ['2020-01-01', '2026-02-31', '2026-99-99', 'x']) {
    expect((await visitor.get(`/proof/days/${nothing}`)).status).toBe(404);
  }
});

test('the program for everybody accepts the files, and no file that was changed or left out', async () => {
  expect(await verify(folder)).toMatchObject({ code: 0, said: expect.stringMatching(/holds/) });
  expect((await verify()).code).toBe(2);
  const names = readdirSync(folder).sort();
  const [first = '', second = ''] = names;
  const text = readFileSync(join(folder, first), 'utf8');
  writeFileSync(join(folder, first), text.replace(/"leaves": (\d+)/, '"leaves": 1$1'));
  expect(await verify(folder)).toMatchObject({ code: 1, said: expect.stringContaining(first) });
  writeFileSync(join(folder, first), text);
  const others = names.filter((name) => name !== second).map((name) => join(folder, name));
  if (names.length > 2) expect((await verify(...others)).code).toBe(1);
});
