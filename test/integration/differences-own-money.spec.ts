// Money of the operator's own that moves at the processor: payouts by schedule are booked by themselves,
// all else by two people.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Somebody } from '../support/signed-in.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: Reconciliation;
let ama: Somebody;
let boubacar: Somebody;
beforeAll(async () => {
  world = await World.start();
  story = new Reconciliation(world);
  [ama, boubacar] = await world.treasury();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Money that can be paid out. */
async function held(): Promise<void> {
  await world.aBond().held();
  await world.pass({ days: 3 });
  await world.news();
}
async function paidOutBySchedule(): Promise<string> {
  await held();
  const { payouts } = await world.control<{ payouts: { id: string }[] }>('payouts', {});
  return payouts[0]!.id;
}
async function paidOutByHand(amount: number): Promise<string> {
  await held();
  const form = { amount: `${amount}`, currency: 'usd' };
  return (await world.stripe<{ id: string }>('payouts', 'POST', form)).id;
}
/** What the treasury booked of an object, in order. */
async function booked(objectId: string): Promise<string[]> {
  const rows = await world.rows<{ step: string }>(
    `select t.code || ' ' || t.amount as step from processor_movement m
     join ledger.transfer t on t.cause = m.id || ':moved'
     where m.object_id = $1 order by m.amount_minor`,
    objectId,
  );
  return rows.map((row) => row.step);
}
const balanceOf = async (account: string) =>
  (
    await world.one<{ sum: string }>(
      'select coalesce(sum(balance), 0) as sum from ledger.balance where account = $1',
      account,
    )
  ).sum;
const moved = async () =>
  (await world.one<{ net: string }>('select net_minor as net from movement_total')).net;

test('a payout by schedule is booked by itself, and once', async () => {
  const po = await paidOutBySchedule();
  expect(await story.compares()).toEqual([]);
  const [step] = await booked(po);
  expect(step).toMatch(/^payout \d+$/);
  expect(await story.compares()).toEqual([]);
  expect(await booked(po)).toEqual([step]);
  expect(await balanceOf('processor:clearing')).toBe(await moved());
  expect(await balanceOf('bank:escrow')).toBe(step!.split(' ')[1]);
});

test('one that the bank sends back is booked back', async () => {
  const po = await paidOutBySchedule();
  await story.compares();
  const [step] = await booked(po);
  const before = await balanceOf('bank:escrow');
  await world.control(`payouts/${po}/fail`, {});
  expect(await story.compares()).toEqual([]);
  const amount = step!.split(' ')[1]!;
  expect(await booked(po)).toEqual([step, `payout_returned ${amount}`]);
  expect(await balanceOf('bank:escrow')).toBe(`${BigInt(before) - BigInt(amount)}`);
});

test('a payout by hand is booked once two people say that it is the operator’s', async () => {
  const po = await paidOutByHand(100_000);
  expect(await story.compares()).toEqual(['payout not_booked']);
  const { id } = await story.of(po);
  expect(await story.by(ama, 'ask', id)).toMatchObject({ code: 'wrong_remedy' });
  expect(await story.by(ama, 'confirm', id)).toMatchObject({ code: 'wrong_state' });
  await story.must(ama, 'propose', id);
  expect(await story.by(ama, 'confirm', id)).toMatchObject({ code: 'same_person' });
  await story.must(boubacar, 'decline', id);
  expect(await booked(po)).toEqual([]);
  await story.must(boubacar, 'propose', id);
  expect(await story.comparesAgain()).toEqual(['payout not_booked']);
  await story.must(ama, 'confirm', id);
  await story.settles(id);
  expect(await booked(po)).toEqual(['payout 100000']);
  expect(await story.unsettled()).toEqual([]);
  await story.settles(id);
  expect(await booked(po)).toEqual(['payout 100000']);
  await world.control(`payouts/${po}/fail`, {});
  expect(await story.compares()).toEqual([]);
  expect(await booked(po)).toEqual(['payout 100000', 'payout_returned 100000']);
  expect(await balanceOf('processor:clearing')).toBe(await moved());
});

test('a payout by hand that comes back before anybody looked is nothing', async () => {
  const po = await paidOutByHand(5_000);
  await world.control(`payouts/${po}/fail`, {});
  expect(await story.compares()).toEqual([]);
  expect(await booked(po)).toEqual([]);
});

test('one that changes while it waits is another difference', async () => {
  const po = await paidOutByHand(7_000);
  await story.compares();
  const { id } = await story.of(po);
  await story.must(ama, 'propose', id);
  await world.control(`payouts/${po}/fail`, {});
  expect(await story.compares()).toEqual([]);
  expect((await story.of(po)).state).toBe('closed');
  expect(await story.by(boubacar, 'confirm', id)).toMatchObject({ code: 'wrong_state' });
});

/** As the processor would list it; the emulator charges nothing and knows no top-ups. */
async function listed(id: string, category: string, source: string | null, amount: number) {
  await world.rows(
    `with m as (insert into processor_movement (id, category, source_id, object_id, amount_minor,
       fee_minor, currency, is_automatic, created_at, available_on)
     values ($1, $2, $3::text, coalesce($3, $1), $4, 0, 'USD', false, now(), now()) returning *)
     update movement_total t set net_minor = t.net_minor + m.amount_minor,
       movements = t.movements + 1 from m`,
    ...[id, category, source, amount],
  );
}

test.each([
  ['txn_fee1', 'fee', null, -2_500, 'processor_fee', 'cost 2500'],
  ['txn_top1', 'topup', 'tu_1', 90_000, 'top_up', 'topped_up 90000'],
  ['txn_top2', 'topup_reversal', 'tu_2', -90_000, 'top_up', 'payout 90000'],
  ['txn_what1', 'other_adjustment', null, 70, 'other', 'cost_returned 70'],
] as const)(
  '%s, %s, is booked by two people',
  async (txn, category, source, amount, subject, step) => {
    await listed(txn, category, source, amount);
    expect(await story.compares()).toEqual([`${subject} not_booked`]);
    const { id } = await story.of(source ?? txn);
    await story.must(ama, 'propose', id);
    await story.must(boubacar, 'confirm', id);
    await story.settles(id);
    expect(await booked(source ?? txn)).toEqual([step]);
    expect(await story.unsettled()).toEqual([]);
    expect(await balanceOf('processor:clearing')).toBe(await moved());
  },
);

test('a charge of nobody’s payment is a payer’s money and never booked as the operator’s', async () => {
  await listed('txn_alone1', 'charge', 'ch_alone1', 1_000);
  expect(await story.compares()).toEqual(['other not_booked']);
  const { id } = await story.of('ch_alone1');
  expect(await story.by(ama, 'propose', id)).toMatchObject({ code: 'wrong_remedy' });
  expect(await story.by(ama, 'ask', id)).toMatchObject({ code: 'wrong_remedy' });
});
