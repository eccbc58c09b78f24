// The file of a month: it adds up, goes on from the month before, and is the same for ever.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ClosingDays } from '#ledger';
import { ClosingMonths } from '#treasury';
import { parse } from 'csv-parse/sync';
import { sealingWorker } from '../support/sealing-worker.ts';
import { learnedEarlier } from '../support/world/past.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

interface Row {
  readonly row: string;
  readonly booked_at: string;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly cause: string;
}

let world: World;
let treasurer: Visitor;

const months: string[] = [];
const file = (month: string) => treasurer.get(`/treasury/months/${month}.csv`);
const rowsOf = (body: string): Row[] => parse(body, { columns: true, bom: true });
const minor = (text: string) => BigInt((text || '0.00').replace('.', ''));
/** Debit minus credit of each account, in the rows of these kinds. */
function sums(rows: readonly Row[], ...kinds: string[]): Record<string, bigint> {
  const found: Record<string, bigint> = {};
  for (const { row, account, currency, debit, credit } of rows) {
    if (!kinds.includes(row)) continue;
    const key = `${account} ${currency}`;
    found[key] = (found[key] ?? 0n) + minor(debit) - minor(credit);
  }
  return found;
}
const negated = (of: Record<string, bigint>) =>
  Object.fromEntries(Object.entries(of).map(([key, n]) => [key, -n]));
const all = async (part: { sweep(): Promise<number> }) => {
  while ((await part.sweep()) > 0);
};

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
  await world.aBond().held();
  await learnedEarlier(world, '31 days');
  const { disbursementId } = await world.aBond().cancelled();
  await world.send(disbursementId);
  await world.news();
  await learnedEarlier(world, '31 days');
  await world.aBond().held();
  await learnedEarlier(world, '31 days');
}, 180_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

test('a month is closed once all of its days are closed and sealed, and not before', async () => {
  const closing = world.worker.get(ClosingMonths);
  expect((await treasurer.get('/treasury/months')).words).toContain('No month is closed yet');
  expect(await closing.sweep()).toBe(0);
  await all(world.worker.get(ClosingDays));
  expect(await closing.sweep()).toBe(0);
  const { sealing, close } = await sealingWorker(world.db, '');
  await all(sealing);
  await close();
  await all(closing);
  const closed = await world.rows<{ month: string }>(
    `select to_char(month, 'YYYY-MM') as month from closed_month order by month`,
  );
  months.push(...closed.map(({ month }) => month));
  // The days on which something was booked lie a month apart, the first three months ago.
  expect(months.length).toBeGreaterThanOrEqual(2);
  const { now } = await world.one<{ now: string }>(
    `select to_char((now() - interval '1 hour') at time zone 'UTC', 'YYYY-MM') as now`,
  );
  expect(months).not.toContain(now);
});

test('the opening and the transfers make the closing, and the whole adds up to nothing', async () => {
  for (const month of months) {
    const rows = rowsOf((await file(month)).body);
    expect(sums(rows, 'opening', 'transfer')).toEqual(negated(sums(rows, 'closing')));
    expect(rows.reduce((n, r) => n + minor(r.debit) - minor(r.credit), 0n)).toBe(0n);
    const { n } = await world.one<{ n: number }>(
      `select count(*)::int as n from ledger.transfer where phase in ('post', 'settle')
         and to_char(learned_at at time zone 'UTC', 'YYYY-MM') = $1`,
      month,
    );
    expect(rows.filter(({ row }) => row === 'transfer')).toHaveLength(2 * n);
  }
});

test('each month begins as the one before ended, and the first with nothing', async () => {
  const files = await Promise.all(months.map(async (month) => rowsOf((await file(month)).body)));
  expect(sums(files[0]!, 'opening')).toEqual({});
  files.slice(1).forEach((rows, i) => {
    expect(sums(rows, 'opening')).toEqual(negated(sums(files[i]!, 'closing')));
  });
});

test('the same bytes come again, whatever is booked since, and by the hash on the page', async () => {
  const month = months[0]!;
  const before = (await file(month)).body;
  await world.aBond().held();
  await treasurer.get('/treasury?lang=fr');
  const again = (await file(month)).body;
  await treasurer.get('/treasury?lang=en');
  expect(again).toBe(before);
  const hash = createHash('sha256').update(again).digest('hex');
  const { body } = await treasurer.get('/treasury/months');
  expect(body.replaceAll('<wbr/>', '')).toContain(hash);
});

test('it names the seals of its days', async () => {
  const month = months.at(-1)!;
  const rows = rowsOf((await file(month)).body).filter(({ row }) => row === 'seal');
  const seals = await world.rows<{ day: string; seal: string }>(
    `select day::text, encode(seal, 'hex') as seal from day_seal
     where to_char(day, 'YYYY-MM') = $1 order by day`,
    month,
  );
  expect(rows.map((r) => ({ day: r.booked_at, seal: r.cause }))).toEqual(seals);
  expect(rows.length).toBeGreaterThan(27);
});

test('whoever takes it is in the trail; who may not export sees the hashes alone', async () => {
  const { n } = await world.one<{ n: number }>(
    `select count(*)::int as n from audit_entry where action = 'money.exported'
       and details->>'what' = 'month' and actor_id = $1`,
    treasurer.accountId,
  );
  expect(n).toBeGreaterThanOrEqual(months.length);
  const officer = await world.signedIn(['officer']);
  const page = await officer.get('/treasury/months');
  expect([page.status, page.body.includes('.csv')]).toEqual([200, false]);
  expect((await officer.get(`/treasury/months/${months[0]}.csv`)).status).toBe(403);
});

test.each(['2019-01.csv', '2026-13.csv', 'x.csv', '2026-01'])(
  '%s is no closed month',
  async (name) => {
    expect((await treasurer.get(`/treasury/months/${name}`)).status).toBe(404);
  },
);

test('a month whose books were changed afterwards breaks off instead of passing for what it was', async () => {
  const month = months[0]!;
  const change = (by: number) =>
    world.rows(`set session_replication_role = replica;
      update ledger.transfer set amount = amount + ${by}
      where to_char(learned_at at time zone 'UTC', 'YYYY-MM') = '${month}';
      set session_replication_role = origin`);
  await change(1);
  await expect(file(month)).rejects.toThrow();
  await change(-1);
  expect((await file(month)).status).toBe(200);
});
