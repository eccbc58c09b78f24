// A bond's statement for whoever looks after money: line by line, at any moment, with what it is about.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { learnedEarlier } from '../support/world/past.ts';
import type { Visitor } from '../support/world/sites.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasurer: Visitor;
let bondId: string;
let address: string;
let bond: TestBond;

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
  bond = await world.aBond().withVisa();
  ({ bondId } = bond);
  address = `/bonds/${bondId}/statement`;
  await learnedEarlier(world, '40 days');
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const [year, month, day] = new Date(Date.now() - 20 * 86_400_000)
  .toISOString()
  .slice(0, 10)
  .split('-');
const then = new URLSearchParams({ 'at-day': day!, 'at-month': month!, 'at-year': year! });
const recordsOf = (body: string): Record<string, string>[] =>
  parse(body, { columns: true, bom: true });

test('each line says what happened, and what was held and set aside after it', async () => {
  const { words } = await treasurer.get(address);
  expect(words).toContain('Payment received and held');
  expect(words).toMatch(/Opening balance \$0 Closing balance \$10,000 Of that, set aside \$0/);
});

test('what follows is added at its end, with a way to its refund, and changes no earlier moment', async () => {
  const before = (await treasurer.get(`${address}?${then.toString()}`)).words;
  await world.crossed(world.record('admitted', bond), world.record('departed', bond));
  const { id } = await world.one<{ id: string }>(
    'select id from refund where bond_id = $1',
    bondId,
  );
  const { words, body } = await treasurer.get(address);
  expect(words).toContain('Set aside: Refund to the payer');
  expect(words).toMatch(/Closing balance \$10,000 Of that, set aside \$10,000/);
  expect(body).toContain(`href="/refunds/${id}"`);
  expect((await treasurer.get(`${address}?${then.toString()}`)).words).toBe(before);
  expect(before).not.toContain('Set aside: Refund');
});

test('the file has the same lines, and who took it is in the trail', async () => {
  const answer = await treasurer.get(`${address}.csv`);
  const records = recordsOf(answer.body);
  expect(
    records.map((r) => [r['Line'], r['Amount'], r['Balance held'], r['Of that, set aside']]),
  ).toEqual([
    ['1', '10000.00', '10000.00', '0.00'],
    ['2', '10000.00', '10000.00', '10000.00'],
  ]);
  expect(records[0]).toMatchObject({ 'Debit account': 'processor:clearing', Currency: 'USD' });
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="statement-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv"$/,
  );
  expect(
    await world.rows(
      `select actor_id, subject_id from audit_entry where action = 'money.exported'`,
    ),
  ).toEqual([{ actor_id: treasurer.accountId, subject_id: bondId }]);
});

test('a French reader gets a French file', async () => {
  await treasurer.get('/treasury?lang=fr');
  const { body } = await treasurer.get(`${address}.csv`);
  const records: Record<string, string>[] = parse(body, {
    columns: true,
    bom: true,
    delimiter: ';',
  });
  expect(records[0]).toMatchObject({ Montant: '10000,00', Opération: 'Paiement reçu et détenu' });
  await treasurer.get('/treasury?lang=en');
});

test('a moment before the bond says so, and one that is wrong keeps what was typed', async () => {
  const none = await treasurer.get(`${address}?at-day=1&at-month=1&at-year=2020`);
  expect(none.words).toContain('No money had reached the bond by then');
  const wrong = await treasurer.get(`${address}?at-day=31&at-month=2&at-year=2020`);
  expect([wrong.status, wrong.body.includes('value="31"')]).toEqual([422, true]);
  expect((await treasurer.get(`${address}.csv?at-day=31&at-month=2&at-year=2020`)).status).toBe(
    404,
  );
  expect(
    (await treasurer.get('/bonds/00000000-0000-7000-8000-000000000001/statement')).status,
  ).toBe(404);
});

test('whoever reads cases comes to it from the case, and takes no file along', async () => {
  const officer = await world.signedIn(['officer']);
  const { reference } = await world.one<{ reference: string }>(
    'select reference from bond where id = $1',
    bondId,
  );
  expect((await officer.get(`/cases/${reference}`)).body).toContain(`href="${address}"`);
  expect((await officer.get(address)).words).not.toContain('Download');
  expect((await officer.get(`${address}.csv`)).status).toBe(403);
});
