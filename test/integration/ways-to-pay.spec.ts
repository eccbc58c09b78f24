// Bank debits and bank transfers: money that takes days, comes in parts, late or too much.
import { Cases } from '#application';
import { Lapses, looksUnfinished, OpenSessions, Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_TIER, type OpenedBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const ALL = Number(DEFAULT_TIER);
const PAST_DEADLINE = { days: 32 };

const paymentOf = (bondId: string) =>
  world.one<{ id: string; state: string; method: string; customer: string; arrived: string }>(
    `select id, state, method, processor_customer_id as customer, arrived_minor as arrived
     from payment where bond_id = $1 order by id desc limit 1`,
    bondId,
  );
const mailsOf = async ({ applicant }: OpenedBond) =>
  (
    await world.rows<{ template: string }>(
      `select m.template from mail m join contact_point c on c.id = m.contact_point_id
       where c.account_id = $1 order by m.created_at, m.id`,
      applicant.accountId,
    )
  ).map((m) => m.template);
const sends = async (bondId: string, amount: number) => {
  await world.sends((await paymentOf(bondId)).customer, amount);
  await world.news();
};
/** What goes back to a payer without a person: how much, by what, and how it fares. */
const returnsOf = (bondId: string) =>
  world.rows<{ id: string; refund: string; amount: string; by: string; state: string }>(
    `select d.id, d.processor_refund_id as refund, d.amount_minor as amount, left(d.processor_payment_id, 3) as by, d.state
     from disbursement d join refund r on r.id = d.refund_id
     where r.bond_id = $1 and r.owner_kind = 'received_payment' order by d.id`,
    bondId,
  );
const intentOf = async (id: string) =>
  (
    await world.one<{ pi: string }>(
      'select processor_payment_id as pi from payment where id = $1',
      id,
    )
  ).pi;
const lapse = () => world.worker.get(Lapses).sweep();
const endSessions = async (bondId: string) => {
  await world.worker.get(OpenSessions).expire((await paymentOf(bondId)).id);
  await world.news();
};

async function debited(account?: Parameters<World['paysByDebit']>[1]): Promise<OpenedBond> {
  const bond = await world.aBond().opened('bank_debit');
  await world.paysByDebit(bond.url, account);
  await world.news();
  return bond;
}
async function awaitingTransfer(): Promise<OpenedBond> {
  const bond = await world.aBond().opened('bank_transfer');
  await world.choosesTransfer(bond.url);
  await world.news();
  return bond;
}

test('a debit is under way for days, lapses by no deadline, and then posts the bond', async () => {
  const bond = await debited('bankSilent');
  const { id, state } = await paymentOf(bond.bondId);
  expect(state).toBe('processing');
  expect(await world.startPosting(bond)).toMatchObject({ code: 'wrong_state' });
  await world.pass(PAST_DEADLINE);
  await lapse();
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  await world.control(`payment_intents/${await intentOf(id)}/settle`, {});
  await world.news();
  expect(await paymentOf(bond.bondId)).toMatchObject({ state: 'paid', method: 'us_bank_account' });
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
});

test('a debit that fails days later: the payer is told why, and may pay again', async () => {
  const bond = await debited('bankShort');
  await world.pass({ days: 5 });
  await world.news();
  expect(await paymentOf(bond.bondId)).toMatchObject({ state: 'failed' });
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  expect(await world.heldFor(bond.bondId)).toBeNull();
  expect((await mailsOf(bond)).at(-1)).toBe('payment_failed');
  await world.pay(mustBeOk(await world.startPosting(bond)).url);
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
});

test('a transfer in two parts posts the bond when all of it is here', async () => {
  const bond = await awaitingTransfer();
  expect(await paymentOf(bond.bondId)).toMatchObject({ state: 'awaiting_payer', arrived: null });
  await sends(bond.bondId, 400_000);
  expect(await paymentOf(bond.bondId)).toMatchObject({
    ...{ state: 'partially_funded', arrived: '400000' },
  });
  expect(await world.heldFor(bond.bondId)).toBeNull();
  expect((await mailsOf(bond)).at(-1)).toBe('payment_in_part');
  await sends(bond.bondId, ALL - 400_000);
  expect(await paymentOf(bond.bondId)).toMatchObject({ state: 'paid', method: 'customer_balance' });
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  expect(await returnsOf(bond.bondId)).toEqual([]);
});

test('what is too much goes back by itself, once, with the payer asked for an account', async () => {
  const bond = await awaitingTransfer();
  await sends(bond.bondId, ALL + 70_000);
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  const [surplus] = await returnsOf(bond.bondId);
  expect(surplus).toMatchObject({ amount: '70000', by: 'cus' });
  await world.send(surplus!.id);
  await world.news();
  expect(await returnsOf(bond.bondId)).toMatchObject([{ state: 'requires_action' }]);
  await world.control(`refunds/${(await returnsOf(bond.bondId))[0]!.refund}/name_account`, {});
  await world.pass({ days: 4 });
  await world.news();
  expect(await returnsOf(bond.bondId)).toMatchObject([{ state: 'succeeded' }]);
});

test('a part that is here at the deadline goes back, and the bond lapses', async () => {
  const bond = await awaitingTransfer();
  await sends(bond.bondId, 300_000);
  await world.pass(PAST_DEADLINE);
  await lapse();
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  await endSessions(bond.bondId);
  expect(await paymentOf(bond.bondId)).toMatchObject({ state: 'expired' });
  expect(await returnsOf(bond.bondId)).toMatchObject([{ amount: '300000', by: 'cus' }]);
  await lapse();
  expect(await world.stateOf('bond', bond.bondId)).toBe('lapsed');
  // Later still, to the same account.
  await sends(bond.bondId, 50_000);
  expect(await returnsOf(bond.bondId)).toMatchObject([{ amount: '300000' }, { amount: '50000' }]);
});

test('a transfer waits beside a card; what comes second goes back, and the transfer is ended', async () => {
  const bond = await awaitingTransfer();
  const transfer = await paymentOf(bond.bondId);
  await world.pay(mustBeOk(await world.startPosting(bond)).url);
  // Part of the transfer is on its way before we hear of the card.
  await world.sends(transfer.customer, 250_000);
  await world.news();
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  // Until it is ended its money is with it, and people see that.
  await world.pass({ hours: 2 });
  const noted = await world.rows(looksUnfinished.transfers);
  expect(noted).toHaveLength(1);
  await world.worker.get(OpenSessions).expire(transfer.id);
  await world.news();
  expect(await returnsOf(bond.bondId)).toMatchObject([{ amount: '250000', by: 'cus' }]);
  expect(await world.rows(looksUnfinished.transfers)).toEqual([]);
});

test('all of a transfer for a bond that a card has posted goes back whole', async () => {
  const bond = await awaitingTransfer();
  const { customer } = await paymentOf(bond.bondId);
  await world.pay(mustBeOk(await world.startPosting(bond)).url);
  await world.news();
  await world.sends(customer, ALL);
  await world.news();
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  expect(await returnsOf(bond.bondId)).toMatchObject([{ amount: String(ALL), by: 'pi_' }]);
});

test('a debit that succeeds after the bond was withdrawn lies in suspense, for a person', async () => {
  const bond = await debited('bankSilent');
  const { id } = await paymentOf(bond.bondId);
  await world.as(world.portal, bond.applicant.ctx, async (tx) =>
    world.portal.get(Withdrawals).withdraw(tx, await world.portal.get(Cases).lock(tx, bond.caseId)),
  );
  await world.control(`payment_intents/${await intentOf(id)}/settle`, {});
  await world.news();
  expect(await world.heldFor(bond.bondId)).toBeNull();
  expect(
    await world.rows(
      'select why, amount_minor from suspense_entry where bond_id = $1',
      bond.bondId,
    ),
  ).toEqual([{ why: 'bond_over', amount_minor: String(ALL) }]);
  expect(await returnsOf(bond.bondId)).toEqual([]);
});

test('news of money again, in any order, books and returns nothing twice', async () => {
  const everything = () =>
    world.one(
      `select (select count(*) from ledger.transfer) as transfers,
         (select count(*) from disbursement) as disbursements, (select count(*) from mail) as mails,
         (select count(*) from payer_cash) as cash`,
    );
  const before = await everything();
  await world.rows(
    `update processor_event set state = 'received', processed_at = null, attempts = 0,
       next_attempt_at = clock_timestamp() - random() * interval '1 hour'`,
  );
  await world.news();
  expect(await everything()).toEqual(before);
});
