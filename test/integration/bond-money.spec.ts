import { BondDeskQueries, Lapses, Payments, receivedPaymentIdOf } from '#bond-escrow';
import { money, Temporal } from '#kernel';
import { newId, type Ctx } from '#platform';
import type { PaymentFact } from '#processor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedInCtx } from '../support/signed-in.ts';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let officerCtx: Ctx;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  officerCtx = await signedInCtx(world.db, newId(), 'staff');
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

interface PaymentRow {
  id: string;
  session_id: string;
  state: string;
  version: number;
  processor_payment_id: string | null;
  received_payment_id: string | null;
}
const paymentsOf = (bondId: string) =>
  world.rows<PaymentRow>('select * from payment where bond_id = $1 order by id', bondId);
const suspense = async () =>
  (
    await world.as(world.officer, officerCtx, (tx) =>
      world.officer.get(BondDeskQueries).suspense(tx),
    )
  ).rows;
/** What came into suspense since: by payment, since two of one second have no order. */
const newInSuspense = async (before: Awaited<ReturnType<typeof suspense>>) => {
  const known = new Set(before.map((r) => r.receivedPaymentId));
  return (await suspense()).filter((r) => !known.has(r.receivedPaymentId));
};

/** Everything that news which is none must leave as it was. */
const everything = async () =>
  (
    await world.rows(
      `select (select jsonb_agg(to_jsonb(b) order by id) from bond b) as bonds,
         (select jsonb_agg(to_jsonb(p) order by id) from payment p) as payments,
         (select count(*) from bond_history) as bond_steps,
         (select count(*) from payment_history) as payment_steps,
         (select count(*) from ledger.transfer) as transfers,
         (select count(*) from audit_entry) as trail,
         (select count(*) from mail) as mails`,
    )
  )[0];

/** The payer opened a second page just before the first one ended, and paid on both. */
async function paidTwice(): Promise<TestBond> {
  const bond = await world.aBond().opened();
  await world.pass({ hours: 23, minutes: 57 });
  await world.pass({ minutes: 1 });
  const second = await world.startPosting(bond);
  if (!second.ok || second.value.url === bond.url) throw new Error('no second page');
  expect(await world.triesToPay(bond.url)).toMatchObject({ status: 303 });
  expect(await world.triesToPay(second.value.url)).toMatchObject({ status: 303 });
  return bond;
}

test('a second payment of the same bond goes to suspense, whole, and is known as too much', async () => {
  const bond = await paidTwice();
  const before = await suspense();
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  const payments = await paymentsOf(bond.bondId);
  expect(payments.map((p) => p.state)).toEqual(['paid', 'paid']);
  const rows = await newInSuspense(before);
  expect(rows).toEqual([
    expect.objectContaining({
      held: money(DEFAULT_TIER, 'USD'),
      bondId: bond.bondId,
      reference: bond.reference,
      processorPaymentId: expect.stringMatching(/^pi_/),
    }),
  ]);
  const why = await world.rows(
    `select details->>'why' as why from audit_entry
     where action = 'payment.in_suspense' and subject_id = $1`,
    rows[0]!.receivedPaymentId,
  );
  expect(why).toEqual([{ why: 'bond_has_enough' }]);
});

test('the caller is told of a surplus, once', async () => {
  const bond = await world.aBond().held();
  const other = await world.aBond().opened();
  const [payment] = await paymentsOf(other.bondId);
  const fact = paidFact(payment!, 'pi_surplus', DEFAULT_TIER + 5n);
  const told = await applied(fact, payment!.version);
  expect(told).toEqual({
    outcome: 'applied',
    bondId: other.bondId,
    becameHeld: true,
    surplus: {
      receivedPaymentId: receivedPaymentIdOf('pi_surplus'),
      processorPaymentId: 'pi_surplus',
      amount: money(5n, 'USD'),
      bond: expect.objectContaining({ id: other.bondId }),
      theCase: expect.objectContaining({ id: other.caseId }),
    },
  });
  const [after] = await paymentsOf(other.bondId);
  expect(await applied(fact, after!.version)).toEqual({
    outcome: 'applied',
    bondId: other.bondId,
    becameHeld: false,
  });
  expect(await world.heldFor(receivedPaymentIdOf('pi_surplus'))).toBe(5n);
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
});

test('money that names no payment of ours waits with an officer, fee and all', async () => {
  const before = await suspense();
  await world.control('payment_intents', { amount: 12_345, currency: 'usd' });
  await world.news();
  const rows = await newInSuspense(before);
  expect(rows).toEqual([
    expect.objectContaining({
      held: money(12_345n, 'USD'),
      paymentId: null,
      bondId: null,
      processorPaymentId: expect.stringMatching(/^pi_/),
    }),
  ]);
  const fees = await world.rows(
    `select code from ledger.transfer where owner_id = $1 and code = 'fee'`,
    rows[0]!.receivedPaymentId,
  );
  expect(fees).toHaveLength(1);
});

test('money for a lapsed bond is real: its payment is paid, the bond stays lapsed', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond.bondId);
  await world.pass({ days: 2 });
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  await world.rows(
    `update bond set post_by = directed_at + interval '1 day' where id = $1`,
    bond.bondId,
  );
  expect(await world.worker.get(Lapses).sweep()).toBe(1);
  const [ended] = await paymentsOf(bond.bondId);
  await applied(paidFact(payment!, 'pi_late', DEFAULT_TIER), ended!.version);
  expect(await world.stateOf('bond', bond.bondId)).toBe('lapsed');
  const [late] = await paymentsOf(bond.bondId);
  expect(late).toMatchObject({ state: 'paid' });
  expect(await world.heldFor(bond.bondId)).toBeNull();
  expect(await world.heldFor(late!.received_payment_id!)).toBe(DEFAULT_TIER);
});

test('less than the bond asks does not post it', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond.bondId);
  const told = await applied(paidFact(payment!, 'pi_short', DEFAULT_TIER - 1n), payment!.version);
  expect(told).toMatchObject({ becameHeld: false, suspense: { why: 'not_in_full' } });
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  expect(await world.heldFor(receivedPaymentIdOf('pi_short'))).toBe(DEFAULT_TIER - 1n);
});

test('copied metadata does not let another payment pass for ours', async () => {
  const bond = await world.aBond().held();
  const [payment] = await paymentsOf(bond.bondId);
  const told = await applied(paidFact(payment!, 'pi_other', DEFAULT_TIER), payment!.version);
  expect(told).toMatchObject({ bondId: null, suspense: { why: 'unknown_payment' } });
  expect(await paymentsOf(bond.bondId)).toEqual([payment]);
});

test('a fact older than the row is stale and does nothing; two at once book once', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond.bondId);
  const fact = paidFact(payment!, 'pi_race', DEFAULT_TIER);
  const before = await everything();
  expect(await applied(fact, payment!.version - 1)).toEqual({ outcome: 'stale' });
  expect(await applied(fact, null)).toEqual({ outcome: 'stale' });
  expect(await everything()).toEqual(before);
  const both = await Promise.all([
    applied(fact, payment!.version),
    applied(fact, payment!.version),
  ]);
  expect(both.map((b) => b.outcome).sort()).toEqual(['applied', 'stale']);
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
});

test('all news again, in any order, changes nothing', async () => {
  await world.aBond().held();
  await world.news();
  const before = await everything();
  await world.rows(
    `update processor_event set state = 'received', processed_at = null, attempts = 0,
       next_attempt_at = clock_timestamp() - random() * interval '1 hour'`,
  );
  await world.news();
  expect(await everything()).toEqual(before);
  const open = await world.rows(`select id from processor_event where state = 'received'`);
  expect(open).toEqual([]);
});

const applied = (fact: PaymentFact, seen: number | null) =>
  world.byRule((tx) => world.worker.get(Payments).applyFact(tx, fact, seen));

const paidFact = (ours: PaymentRow, processorPaymentId: string, minor: bigint): PaymentFact => ({
  kind: 'payment',
  paymentId: ours.id,
  sessionId: ours.session_id,
  processorPaymentId,
  status: 'paid',
  received: money(minor, 'USD'),
  chargeId: null,
  declineCode: null,
  method: 'card',
  cardExpiresOn: null,
  fee: null,
  arrived: null,
  transferUrl: null,
  happenedAt: Temporal.Instant.from('2026-11-24T10:00:00Z'),
});
