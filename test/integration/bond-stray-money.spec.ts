// Money that names a payment of ours and did not come by its session.
import { BondDeskQueries } from '#bond-escrow';
import { money } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const paymentOf = async ({ bondId }: TestBond) =>
  (
    await world.rows<{ id: string; state: string; processor_payment_id: string | null }>(
      'select id, state, processor_payment_id from payment where bond_id = $1',
      bondId,
    )
  )[0]!;
const stray = (paymentId: string, amount: number, currency = 'usd') =>
  world.control('payment_intents', { amount, currency, metadata: { payment_id: paymentId } });
const suspenseOf = async (processorPaymentId: unknown) =>
  (await world.byRule((tx) => world.worker.get(BondDeskQueries).suspense(tx))).rows.filter(
    (row) => row.processorPaymentId === processorPaymentId,
  );

test('stray money leaves the open session its payment: the payer then posts the bond', async () => {
  const bond = await world.aBond().opened();
  const before = await paymentOf(bond);
  const { id: strayId } = await stray(before.id, 999_999);
  await world.news();
  expect(await paymentOf(bond)).toEqual(before);
  expect(await suspenseOf(strayId)).toMatchObject([{ held: money(999_999n, 'USD') }]);
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');

  expect(await world.triesToPay(bond.url)).toMatchObject({ status: 303 });
  await world.news();
  const after = await paymentOf(bond);
  expect(after.state).toBe('paid');
  expect(after.processor_payment_id).not.toBe(strayId);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  expect(await suspenseOf(strayId)).toHaveLength(1);
  expect(await world.refundCalls()).toEqual([]);
});

test('nor does stray money of the whole amount post a bond, before its payer or after', async () => {
  const bond = await world.aBond().opened();
  const { id } = await paymentOf(bond);
  const first = await stray(id, Number(DEFAULT_TIER));
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  await world.pay(bond.url);
  const second = await stray(id, Number(DEFAULT_TIER));
  await world.news();
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  expect(await suspenseOf(first['id'])).toMatchObject([{ held: money(DEFAULT_TIER, 'USD') }]);
  expect(await suspenseOf(second['id'])).toMatchObject([{ held: money(DEFAULT_TIER, 'USD') }]);
});

test('stray money does not answer for a session whose answer was lost', async () => {
  const bond = await world.aBond().opened();
  const { id } = await paymentOf(bond);
  await world.rows(
    `update payment set state = 'created', session_id = null, session_url = null where id = $1`,
    id,
  );
  const { id: strayId } = await stray(id, Number(DEFAULT_TIER));
  await world.news();
  expect(await paymentOf(bond)).toMatchObject({ state: 'created', processor_payment_id: null });
  expect(await suspenseOf(strayId)).toHaveLength(1);
});

test('a part of a shilling lies in suspense to the last unit', async () => {
  const { id } = await world.control('payment_intents', { amount: 150, currency: 'ugx' });
  await world.news();
  expect(await suspenseOf(id)).toMatchObject([{ held: money(150n, 'UGX') }]);
});

test('money of a currency whose unit is not known waits on the desk of events, unguessed', async () => {
  const { id } = await world.control('payment_intents', { amount: 5_000, currency: 'lyd' });
  await world.news();
  expect(await suspenseOf(id)).toEqual([]);
  const events = await world.rows(
    `select distinct state, problem from processor_event
     where object_id = $1 and type = 'payment_intent.succeeded'`,
    id,
  );
  expect(events).toEqual([{ state: 'parked', problem: 'amount_not_readable' }]);
});
