// What each account held at any moment: from the closings of days and what followed, the same as from all transfers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instantFromDate } from '#kernel';
import { ClosingDays, DayBalances } from '#ledger';
import { Database, systemCtx } from '#platform';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { learnedEarlier } from '../support/world/past.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasurer: Visitor;

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const close = () => world.worker.get(ClosingDays).sweep();
const utc = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const page = (daysAgo: number, time = '') => {
  const [year, month, day] = utc(daysAgo).split('-');
  const query = new URLSearchParams({
    ...{ 'at-day': day!, 'at-month': month!, 'at-year': year!, time },
  });
  return treasurer.get(`/treasury/balances?${query.toString()}`);
};

test('before any money there is nothing to close, and the page says so', async () => {
  expect(await close()).toBe(0);
  expect((await treasurer.get('/treasury/balances')).words).toContain('No money had moved by then');
});

test('each day that is over is closed once, also one on which nothing moved', async () => {
  await world.aBond().held();
  await learnedEarlier(world, '40 days');
  const { disbursementId } = await world.aBond().cancelled();
  await world.send(disbursementId);
  await world.news();
  await learnedEarlier(world, '10 days');
  await world.aBond().held();
  expect(await close()).toBe(31);
  const rest = await close();
  expect(await close()).toBe(0);
  const { n, first, last, over } = await world.one<Record<'n' | 'first' | 'last' | 'over', string>>(
    `select count(distinct day)::int as n, min(day)::text as first, max(day)::text as last,
       ((now() - interval '25 hours') at time zone 'UTC')::date::text as over
     from ledger.day_balance`,
  );
  const { learned } = await world.one<{ learned: string }>(
    `select min(learned_at at time zone 'UTC')::date::text as learned from ledger.transfer`,
  );
  expect([n, first, last]).toEqual([31 + rest, learned, over]);
  expect(rest).toBeGreaterThan(15);
});

test('the sum at every moment is that of the transfers learned before it', async () => {
  const moments = [51, 50, 49, 45, 11, 10, 9, 1, 0].flatMap((days) => [days, days - 0.4]);
  for (const days of moments.filter((n) => n >= 0)) {
    const at = new Date(Date.now() - days * 86_400_000);
    const expected = await world.rows(
      `select account, currency, sum(amount)::text as balance
       from (select debit as account, currency, amount from ledger.transfer
             where phase in ('post', 'settle') and learned_at < $1
             union all select credit, currency, -amount from ledger.transfer
             where phase in ('post', 'settle') and learned_at < $1) m
       group by 1, 2 having sum(amount) <> 0 order by 2, 1`,
      [at],
    );
    const summed = await world.worker
      .get(Database)
      .read(systemCtx('test'), (tx) => world.worker.get(DayBalances).at(tx, instantFromDate(at)));
    const shown = summed
      .filter(({ balance }) => balance.minor !== 0n)
      .map(({ account, balance: { minor, currency } }) => [account, currency, `${minor}`]);
    expect(shown).toEqual(expected.map((row) => Object.values(row)));
  }
});

test('the page shows what was there then, both sides equal, and what follows changes nothing', async () => {
  const before = await page(45);
  expect(before.words).toContain('As the books stood on');
  expect(before.words).toMatch(/Owed to payers: bonds \$10,000/);
  await world.aBond().held();
  expect((await page(45)).words).toBe(before.words);
  expect((await treasurer.get('/treasury/balances')).words).toMatch(
    /Owed to payers: bonds \$30,000.*equals what is owed \(\$30,000\) plus the operator’s own \(-\$/,
  );
  expect((await page(60)).words).toContain('No money had moved by then');
});

test('what was typed wrongly is kept, and the field says how to mend it', async () => {
  const wrong = await page(5, 'noon');
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('Enter the time as hours and minutes, like 14:30');
  expect(wrong.body).toContain('value="noon"');
  expect(wrong.words).not.toContain('Owed to payers');
  expect((await page(-1)).words).toContain('must be today or in the past');
});

test('the file has each account with a column for each side, and who took it is in the trail', async () => {
  const answer = await treasurer.get('/treasury/balances.csv');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="balances-${utc(0)}.csv"`,
  );
  const rows: Record<string, string>[] = parse(answer.body, { columns: true, bom: true });
  expect(rows.find((r) => r['Account'] === 'bond')).toMatchObject({
    ...{ Currency: 'USD', Debit: '', Credit: '30000.00' },
  });
  const sum = (side: 'Debit' | 'Credit') =>
    rows.reduce((n, r) => n + BigInt((r[side] || '0.00').replace('.', '')), 0n);
  expect(sum('Debit')).toBe(sum('Credit'));
  expect(
    await world.rows(
      `select actor_id, details->>'what' as what from audit_entry where action = 'money.exported'`,
    ),
  ).toEqual([{ actor_id: treasurer.accountId, what: 'balances' }]);
});

test.each([
  ['change', `update ledger.day_balance set balance = 0`],
  ['removal', 'delete from ledger.day_balance'],
])('a %s of a closed day is refused', async (_, sql) => {
  await expect(world.rows(sql)).rejects.toMatchObject({ code: 'VB009' });
});

test('the worker closes days by the one function, and writes nothing by itself', async () => {
  const worker = new Client({ connectionString: world.db.url('worker') });
  await worker.connect();
  const row = `insert into ledger.day_balance values (current_date, 'x', 'USD', 0, 0, 0)`;
  await expect(worker.query(row)).rejects.toMatchObject({ code: '42501' });
  await worker.end();
});

test.each([
  ['changed', 'update ledger.day_balance set debits = debits + 1, credits = credits + 1'],
  [
    'put in',
    `insert into ledger.day_balance select day, account, 'EUR', 5, 5, 0 from ledger.day_balance
    where day = (select max(day) from ledger.day_balance)`,
  ],
  [
    'removed',
    `delete from ledger.day_balance where account = 'bond'
    and day = (select max(day) - 3 from ledger.day_balance)`,
  ],
])('the oracle finds a closing that was %s', async (_, sql) => {
  await world.rows('begin');
  await world.rows('set local session_replication_role = replica');
  await world.rows(sql);
  const found = await world.rows<{ check: string }>('select "check" from closings.oracle');
  await world.rows('rollback');
  expect(found.length).toBeGreaterThan(0);
});
