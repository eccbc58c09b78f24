// What the processor says moved our money there: listed once an hour and kept, once each.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MovementAsking } from '#treasury';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: Reconciliation;
beforeAll(async () => {
  world = await World.start();
  story = new Reconciliation(world);
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const sweep = () => world.worker.get(MovementAsking).sweep();
const aPayment = (amount = 1_000) =>
  world.control<{ id: string }>('payment_intents', { amount, card: 'bypassPending' });
const kept = () =>
  world.rows<{ category: string; source_id: string; object_id: string; net: string }>(
    `select category, source_id, object_id, amount_minor - fee_minor as net
     from processor_movement order by created_at, id`,
  );
const listCalls = async () =>
  (await world.calls()).filter(({ path }) => path === '/v1/balance_transactions').length;

/** What the processor counts, and what we kept and added up. */
async function sums(): Promise<[number, number, number]> {
  const balance =
    await world.stripe<Record<'available' | 'pending', { amount: number }[]>>('balance');
  const { total, added } = await world.one<{ total: string; added: string }>(
    `select net_minor as total, (select sum(amount_minor - fee_minor) from processor_movement)
       as added from movement_total`,
  );
  return [balance.available[0]!.amount + balance.pending[0]!.amount, Number(total), Number(added)];
}

test('each kind is kept by what the books call it, and nothing of a person with it', async () => {
  const bond = await world.aBond().held();
  const pi = await world.paymentOf(bond.bondId);
  const re = await world.refundElsewhere(bond.bondId, 1_000);
  await world.control(`refunds/${re}/fail`, {});
  const other = await world.aBond().held();
  const du = await world.dispute(other.bondId);
  await aPayment(5_000_000);
  await world.later();
  const [po] = (await world.control<{ payouts: { id: string }[] }>('payouts', {})).payouts;
  await world.control(`payouts/${po!.id}/fail`, {});
  expect(await story.asks()).toBeGreaterThan(6);
  const found = (await kept()).map(({ category, object_id: id }) => `${category} ${id}`);
  expect(found).toEqual(
    expect.arrayContaining([
      ...[`charge ${pi}`, `refund ${re}`, `refund_failure ${re}`, `dispute ${du}`],
      ...[`payout ${po!.id}`, `payout_reversal ${po!.id}`],
    ]),
  );
  const text = JSON.stringify(await world.rows('select * from processor_movement'));
  expect(text).not.toMatch(/ada|example/i);
  expect(new Set(await sums()).size).toBe(1);
  await world.news();
});

test('it is asked once an hour, and what is listed twice is kept once', async () => {
  const [before, calls] = [await kept(), await listCalls()];
  expect(await sweep()).toBe(0);
  expect(await listCalls()).toBe(calls);
  expect(await story.asks()).toBe(0);
  expect(await listCalls()).toBe(calls + 1);
  expect(await kept()).toEqual(before);
  await expect(world.rows('delete from processor_movement')).rejects.toMatchObject({
    code: 'VB009',
  });
});

test('only the last hours are listed again', async () => {
  await world.later(5 * 3_600);
  await aPayment();
  await world.later();
  await story.asks();
  await story.asks();
  const { since, newest } = await world.one<{ since: Date; newest: Date }>(
    `select since, (select max(created_at) from processor_movement) as newest
     from movement_listing order by began_at desc limit 1`,
  );
  expect(newest.getTime() - since.getTime()).toBe(2 * 3_600_000);
});

test('more than one sweep reads goes on where it was, page by page', async () => {
  const calls = await listCalls();
  for (let batch = 0; batch < 21; batch++) {
    await Promise.all(Array.from({ length: 50 }, () => aPayment()));
  }
  await world.later();
  const first = await story.asks();
  expect(first).toBeGreaterThan(990);
  expect(await listCalls()).toBe(calls + 10);
  const { after_id: after } = await world.one(
    'select after_id from movement_listing where ended_at is null',
  );
  expect(after).toMatch(/^txn_/);
  expect(first + (await sweep())).toBeGreaterThanOrEqual(1_050);
  expect(await sweep()).toBe(0);
  expect(new Set(await sums()).size).toBe(1);
}, 60_000);

test('a place that the processor does not know any more: it reads from the newest again', async () => {
  await story.later(61);
  await aPayment();
  await world.later();
  await world.rows(
    `insert into movement_listing (began_at, since, after_id)
     select now(), max(created_at), 'txn_gone' from processor_movement`,
  );
  const other = await world.another('worker');
  expect(await other.get(MovementAsking).sweep()).toBe(0);
  await other.close();
  expect(await sweep()).toBeGreaterThan(0);
});

test('a processor that does not answer changes nothing and fails nothing', async () => {
  await story.later(61);
  await aPayment();
  await world.later();
  const before = await kept();
  const other = await world.another('worker', { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  expect(await other.get(MovementAsking).sweep()).toBe(0);
  await other.close();
  expect(await kept()).toEqual(before);
  expect(await sweep()).toBe(1);
});
