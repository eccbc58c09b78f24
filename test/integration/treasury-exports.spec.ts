// Lists of the treasury as files: what is in them, what is not, who may have them and how much of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { learnedEarlier } from '../support/world/past.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasurer: Visitor;
const ADDRESS = '/treasury/exports';
const DAY_MS = 86_400_000;

const boxes = (field: string, daysAgo: number) => {
  const [year, month, day] = new Date(Date.now() - daysAgo * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { [`${field}-day`]: day!, [`${field}-month`]: month!, [`${field}-year`]: year! };
};
const asked = (list: string, from: number, until = 0) => ({
  ...{ list, ...boxes('from', from), ...boxes('until', until) },
});
const take = (list: string, from = 1, until = 0) =>
  treasurer.post(ADDRESS, asked(list, from, until));
const rowsOf = (body: string): Record<string, string>[] =>
  parse(body, { columns: true, bom: true });

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
  await world.aBond().held();
  await learnedEarlier(world, '10 days');
  await world.aBond().cancelled();
  const disputed = await world.aBond().held();
  await world.dispute(disputed.bondId);
  await world.news();
  await world.control('payment_intents', { amount: 700_000, currency: 'usd' });
  await world.news();
}, 180_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

test('the journal has each transfer of its days once, in the order in which it was booked', async () => {
  const all = rowsOf((await take('journal', 20)).body);
  const { n } = await world.one<{ n: number }>(
    `select count(*)::int as n from ledger.transfer where phase in ('post', 'settle')`,
  );
  expect(all).toHaveLength(n);
  const booked = all.map((r) => r['Booked (UTC)']!);
  expect(booked).toEqual([...booked].sort());
  expect(new Set(all.map((r) => `${r['Owner']} ${r['Line']}`)).size).toBe(n);
  const recent = rowsOf((await take('journal', 5)).body);
  expect(recent.length).toBeGreaterThan(0);
  expect(recent.length).toBeLessThan(n);
  expect(rowsOf((await take('journal', 12, 8)).body).length + recent.length).toBe(n);
});

test.each([
  ['refunds', { Amount: '10000.00', Currency: 'USD', Route: 'processor' }],
  ['disputes', { Amount: '10000.00', Currency: 'USD' }],
  ['suspense', { Currency: 'USD' }],
])('%s come with codes in words', async (list, row) => {
  const answer = await take(list);
  const rows = rowsOf(answer.body);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject(row);
  expect(answer.headers['content-disposition']).toMatch(
    new RegExp(`^attachment; filename="${list}-\\d{4}-\\d\\d-\\d\\d-\\d{4}-\\d\\d-\\d\\d.csv"$`),
  );
  const people = await world.rows<{ text: string }>(
    `select unnest(array[id::text]) as text from account`,
  );
  for (const { text } of people) expect(answer.body).not.toContain(text);
});

test('a period without rows is a file with its header', async () => {
  const { body } = await take('refunds', 300, 200);
  expect(body.split('\r\n').filter(Boolean)).toHaveLength(1);
});

test('each file is in the trail, with who took it, which list and for which days', async () => {
  await take('disputes', 3);
  const [entry] = await world.rows<{ actor_id: string; details: Record<string, string> }>(
    `select actor_id, details from audit_entry where action = 'money.exported'
     order by at desc limit 1`,
  );
  expect(entry!.actor_id).toBe(treasurer.accountId);
  expect(entry!.details).toMatchObject({ what: 'disputes' });
  expect(Object.keys(entry!.details).sort()).toEqual(['from', 'until', 'what']);
});

test.each([
  ['no list', { list: 'accounts' }, 'Select what to export'],
  ['days in the wrong order', boxes('until', 9), 'or later'],
  ['more than a year', boxes('from', 367), 'Choose a period of at most a year'],
  ['a day that is not over', boxes('until', -2), 'must be today or in the past'],
])('%s: the form says so, keeps what was typed, and nothing leaves', async (_, wrong, words) => {
  const count = `select count(*)::int as n from audit_entry where action = 'money.exported'`;
  const before = await world.one(count);
  const answer = await treasurer.post(ADDRESS, { ...asked('journal', 1), ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.words).toContain(words);
  expect(answer.body).toContain(
    `value="${boxes('from', 'from-day' in wrong ? 367 : 1)['from-day']}"`,
  );
  expect(await world.one(count)).toEqual(before);
});

test('whoever looks after cases has no export', async () => {
  const officer = await world.signedIn(['officer']);
  expect((await officer.get(ADDRESS)).status).toBe(403);
  expect((await officer.get('/treasury')).words).not.toContain('Exports');
  const auditor = await world.signedIn(['auditor']);
  expect((await auditor.post(ADDRESS, asked('refunds', 1))).status).toBe(200);
});
