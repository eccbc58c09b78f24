// The books against the processor: what one of them does not have is a difference, and one press mends it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventInbox } from '#processor';
import { Comparing } from '#treasury';
import type { Somebody } from '../support/signed-in.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: Reconciliation;
let ama: Somebody;
beforeAll(async () => {
  world = await World.start();
  story = new Reconciliation(world);
  [ama] = await world.treasury();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** What the processor tells is lost: it never reaches us. */
async function lost(): Promise<void> {
  await world.worker.get(EventInbox).listFromProcessor();
  await world.rows(`delete from processor_event where state = 'received'`);
}

/** Held, with its fee in the books. */
async function held() {
  const bond = await world.aBond().held();
  await world.later();
  await world.news();
  return bond;
}

const clearing = async () =>
  (
    await world.one<{ sum: string }>(
      `select sum(case when debit = 'processor:clearing' then amount else -amount end) as sum
       from ledger.transfer where phase in ('post', 'settle')
         and 'processor:clearing' in (debit, credit)`,
    )
  ).sum;
const moved = async () =>
  (await world.one<{ net: string }>('select net_minor as net from movement_total')).net;

test('before the processor was asked nothing is compared', async () => {
  await world.aBond().held();
  expect(await world.worker.get(Comparing).sweep()).toBe(0);
  expect(await world.rows('select from comparison_progress')).toEqual([]);
});

test('bonds, refunds under way and refunds that came back are no difference', async () => {
  const done = await world.aBond().cancelled();
  await world.send(done.disbursementId);
  const waiting = await world.aBond().cancelled('refundLater');
  await world.send(waiting.disbursementId);
  await world.later();
  await world.news();
  await world.aFailedRefund();
  await world.later();
  await world.news();
  expect(await story.compares()).toEqual([]);
  expect(await story.compares()).toEqual([]);
});

test('what was compared is not read again', async () => {
  const calls = await world.worker.get(Comparing).sweep();
  expect(calls).toBe(0);
});

test('a payment whose event was lost: one press books it', async () => {
  const bond = await world.aBond().opened();
  await world.pay(bond.url);
  await world.later();
  await lost();
  expect(await story.compares()).toEqual(['payment not_booked']);
  const found = await world.one<{ id: string; object_id: string }>(
    `select id, object_id from money_difference where state = 'open'`,
  );
  await story.must(ama, 'take', found.id);
  await story.must(ama, 'ask', found.id);
  expect(await story.by(ama, 'ask', found.id)).toMatchObject({ ok: false, code: 'wrong_state' });
  await story.settles(found.id);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await story.comparesAgain()).toEqual([]);
  expect(
    await world.one('select state, taken_by from money_difference where id = $1', found.id),
  ).toEqual({ state: 'closed', taken_by: ama.accountId });
  const steps = await world.rows<{ event: string }>(
    'select event from money_difference_history where owner_id = $1 order by seq',
    found.id,
  );
  expect(steps.map((s) => s.event)).toEqual(['asked', 'agreed']);
  expect(await clearing()).toBe(await moved());
});

test('a press whose job was lost is found by the sweep', async () => {
  const bond = await world.aBond().opened();
  await world.pay(bond.url);
  await world.later();
  await lost();
  await story.compares();
  const { id } = await world.one<{ id: string }>(
    `select id from money_difference where state = 'open'`,
  );
  await story.must(ama, 'ask', id);
  expect(await story.comparesAgain()).toEqual(['payment not_booked']);
  expect(await story.sweeps()).toBe(1);
  expect(await story.sweeps()).toBe(0);
  await world.workInbox();
  expect(await story.comparesAgain()).toEqual([]);
});

test('a refund made in the processor’s own dashboard', async () => {
  const bond = await held();
  const re = await world.refundElsewhere(bond.bondId, 400_000);
  await world.later();
  await lost();
  expect(await story.compares()).toEqual(['refund not_booked']);
  const { id } = await story.of(re);
  await story.must(ama, 'ask', id);
  await story.settles(id);
  expect(await story.comparesAgain()).toEqual([]);
  expect(
    await world.one('select kind, money from reversal where processor_object = $1', re),
  ).toEqual({ kind: 'refund', money: 'left' });
});

test('a dispute with its fee, and its end', async () => {
  const bond = await held();
  const du = await world.dispute(bond.bondId);
  await lost();
  expect(await story.compares()).toEqual(['dispute not_booked']);
  const { id } = await story.of(du);
  await story.must(ama, 'ask', id);
  await story.settles(id);
  expect(await story.comparesAgain()).toEqual([]);
  await world.control(`disputes/${du}/win`, {});
  await lost();
  expect(await story.compares()).toEqual(['dispute other_amount']);
  await story.must(ama, 'ask', (await story.of(du)).id);
  await story.settles((await story.of(du)).id);
  expect(await story.comparesAgain()).toEqual([]);
  expect(await clearing()).toBe(await moved());
});

test('a fee that was never told', async () => {
  const bond = await world.aBond().opened();
  await world.pay(bond.url);
  await world.news();
  await world.later();
  await lost();
  expect(await story.compares()).toEqual(['payment fee_not_booked']);
  const pi = await world.paymentOf(bond.bondId);
  const { id } = await story.of(pi);
  await story.must(ama, 'ask', id);
  await story.settles(id);
  expect(await story.comparesAgain()).toEqual([]);
});

test('asked in vain it waits for a person again', async () => {
  const bond = await held();
  await story.compares();
  const pi = await world.paymentOf(bond.bondId);
  expect(await story.unsettled()).toEqual([]);
  await world.rows(`set session_replication_role = replica;
    delete from processor_movement where object_id = '${pi}';
    insert into money_difference (id, object_id, currency, subject, kind, booked_minor,
      booked_fee_minor, since, found_at, checked_at, state, state_since)
    select gen_random_uuid(), '${pi}', 'USD', 'payment', 'not_moved', 1000000, 0, now(), now(),
      now(), 'open', now();
    set session_replication_role = origin`);
  expect(await story.comparesAgain()).toEqual(['payment not_moved']);
  const { id } = await story.of(pi);
  await story.must(ama, 'ask', id);
  await story.settles(id);
  expect(await story.comparesAgain()).toEqual(['payment not_moved']);
  expect((await story.of(pi)).state).toBe('open');
});
