// Money whose way back closes soon: known from the payment, shown with what to do, and counted on the desk.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestBond } from '../support/world/bonds.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasurer: Visitor;

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const page = async () => (await treasurer.get('/treasury/deadlines')).words;
/** How many the desk counts; null where nothing waits. */
async function desk(): Promise<number | null> {
  const { body } = await treasurer.get('/');
  const [, count] = /deadlines"[^>]*>(\d+)<span[^>]*> Deadlines for money/.exec(body) ?? [];
  return count === undefined ? null : Number(count);
}
const closes = (
  bond: TestBond,
  column: 'refundable_until' | 'card_expires_on',
  days: number | null,
) =>
  world.rows(
    column === 'refundable_until'
      ? `update payment set refundable_until = app.legal_now()::date + $2::int where bond_id = $1`
      : `update payment set card_expires_on = (date_trunc('month', app.legal_now() + $2 * interval '1 day')
           + interval '1 month')::date - 1 where bond_id = $1`,
    bond.bondId,
    days,
  );

test('the month in which the card expires is kept with the payment, and nothing else of the card', async () => {
  const { bondId } = await world.aBond().held();
  const { on, last } = await world.one<{ on: string; last: boolean }>(
    `select card_expires_on::text as on,
       extract(day from card_expires_on + 1) = 1 as last from payment where bond_id = $1`,
    bondId,
  );
  expect(on).toMatch(/^20\d\d-/);
  expect(last).toBe(true);
  expect(await desk()).toBeNull();
  expect(await page()).toContain('No deadline is near');
});

test('a transfer has no card, and a day after which it is not refunded', async () => {
  const { bondId } = await world.aBond().heldByTransfer();
  expect(
    await world.rows(
      `select card_expires_on, refundable_until - (created_at at time zone 'UTC')::date as days
       from payment where bond_id = $1 and state = 'paid'`,
      bondId,
    ),
  ).toEqual([{ card_expires_on: null, days: 180 }]);
});

test('a way that closes within two weeks is on the page with what to do, and on the desk', async () => {
  const bond = await world.aBond().heldByTransfer();
  await closes(bond, 'refundable_until', 40);
  expect(await page()).toContain('the processor makes none after 180 days');
  expect(await desk()).toBeNull();
  await closes(bond, 'refundable_until', 14);
  expect(await page()).toMatch(/Soon .*Ask the payer to add a bank account/);
  expect(await desk()).toBe(1);
  await closes(bond, 'refundable_until', -1);
  expect(await page()).toMatch(/Over /);
  expect(await desk()).toBeNull();
  await closes(bond, 'refundable_until', 3);
});

test('a payer who has given an account leaves nothing to do, and nothing on the desk', async () => {
  expect(await desk()).toBe(1);
  await world.rows(
    `insert into fallback_account (id, bond_id, payer_account_id, kind, last_four, sealed, given_at)
     select gen_random_uuid(), b.id, b.payer_account_id, 'iban', '1234', '\\x00', app.legal_now()
     from bond b join payment p on p.bond_id = b.id where p.refundable_until < app.legal_now()::date + 10`,
  );
  expect(await page()).toContain('Nothing: the payer has given a bank account');
  expect(await desk()).toBeNull();
});

test('a card that expires before the bond ends is there, and leads to its refund once there is one', async () => {
  const bond = await world.aBond().withVisa();
  await closes(bond, 'card_expires_on', 0);
  expect(await page()).toContain('The card expires, and a refund to it may fail');
  await world.crossed(world.record('admitted', bond), world.record('departed', bond));
  const { body, words } = await treasurer.get('/treasury/deadlines');
  const { id } = await world.one<{ id: string }>(
    'select id from refund where bond_id = $1',
    bond.bondId,
  );
  expect(words).toContain('Ask the payer for a bank account, on the page of the refund');
  expect(body).toContain(`href="/refunds/${id}"`);
});

test('what has gone back is on no list', async () => {
  const before = (await page()).split('The card expires').length;
  for (const { id } of await world.rows<{ id: string }>(
    `select id from disbursement where state in ('due', 'approved')`,
  )) {
    await world.send(id);
  }
  await world.news();
  expect((await page()).split('The card expires').length).toBe(before - 1);
});

test('how long the processor may hold money is a setting, and its end is told before', async () => {
  const bond = await world.aBond().held();
  const reference = (
    await world.one<{ reference: string }>('select reference from bond where id = $1', bond.bondId)
  ).reference;
  expect(await page()).not.toContain('Pay this amount out from the processor to the bank');
  await world.daysLater(700);
  expect(await page()).toMatch(
    new RegExp(`${reference} \\$10,000 The processor may hold the money for 730 days`),
  );
  await world.daysLater(-700);
});
