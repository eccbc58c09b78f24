// A bank takes back what lies in its payer's account at the processor, before it was returned.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { Settling } from '#refund';
import { ReconciliationQueries } from '#treasury';
import { oracleWatch } from '../support/oracle-watch.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterEach(async () => expect(await world.oracle()).toEqual([]));
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const SURPLUS = 70_000;

const takesBack = async ({ bondId }: TestBond, amount: number) => {
  const { customer } = await world.one<{ customer: string }>(
    'select processor_customer_id as customer from payment where bond_id = $1',
    bondId,
  );
  await world.control(`customers/${customer}/reverse_funding`, { amount });
};
const disbursementOf = async ({ bondId }: TestBond) =>
  (
    await world.one<{ id: string }>(
      `select d.id from disbursement d join refund r on r.id = d.refund_id where r.bond_id = $1`,
      bondId,
    )
  ).id;
/** What goes back of the surplus, and what its reversal and the books say. */
const standing = ({ bondId }: TestBond) =>
  world.one(
    `select (select jsonb_agg(jsonb_build_array(d.state, d.amount_minor) order by d.attempt)
         from disbursement d where d.refund_id = r.id) as sent,
       r.returned_on is not null as returned, a.held, a.reserved,
       (select jsonb_agg(jsonb_build_array(v.kind, v.state, v.money, v.amount_minor))
         from reversal v where v.received_payment_id = r.owner_id) as taken
     from refund r join ledger.account a on a.owner_id = r.owner_id
     where r.bond_id = $1 and r.owner_kind = 'received_payment'`,
    bondId,
  );
const isBondHeld = async ({ bondId }: TestBond) =>
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });

async function settles({ bondId }: TestBond): Promise<void> {
  const { id } = await world.one<{ id: string }>(
    `select v.id from reversal v join refund r on r.owner_id = v.received_payment_id
     where r.bond_id = $1`,
    bondId,
  );
  mustBeOk(await world.propose(id, 'accepted'));
  mustBeOk(await world.approve(id));
  await world.worker.get(Settling).settle(id);
}

test('all of it, before it is sent: nothing leaves, two people settle it, and it counts as returned', async () => {
  const bond = await world.aBond().heldByTransfer(SURPLUS);
  const asked = (await world.refundCalls()).length;
  await takesBack(bond, SURPLUS);
  await world.news();
  expect(await standing(bond)).toEqual({
    ...{ sent: [['canceled', SURPLUS]], returned: false, held: '0', reserved: '0' },
    taken: [['recall', 'open', 'left', SURPLUS]],
  });
  await isBondHeld(bond);
  await settles(bond);
  expect(await standing(bond)).toMatchObject({
    ...{ sent: [['canceled', SURPLUS]], returned: true },
    taken: [['recall', 'settled', 'left', SURPLUS]],
  });
  expect(await world.refundCalls()).toHaveLength(asked);
});

test('what we had asked the processor to return is refused, and not asked again', async () => {
  const bond = await world.aBond().heldByTransfer(SURPLUS);
  await takesBack(bond, SURPLUS);
  await world.send(await disbursementOf(bond));
  expect(await standing(bond)).toMatchObject({
    sent: [
      ['failed', SURPLUS],
      ['due', SURPLUS],
    ],
  });
  await world.news();
  expect(await standing(bond)).toMatchObject({
    sent: [
      ['failed', SURPLUS],
      ['canceled', SURPLUS],
    ],
    taken: [['recall', 'open', 'left', SURPLUS]],
  });
  await settles(bond);
  expect(await standing(bond)).toMatchObject({ returned: true, held: '0', reserved: '0' });
});

test('a part of it: what is left goes back once the part is settled', async () => {
  const bond = await world.aBond().heldByTransfer(SURPLUS);
  await takesBack(bond, 30_000);
  await world.news();
  expect(await standing(bond)).toMatchObject({
    ...{ held: '40000', reserved: '0' },
    taken: [['recall', 'open', 'left', 30_000]],
  });
  await settles(bond);
  expect(await standing(bond)).toMatchObject({
    ...{ returned: false, held: '40000', reserved: '40000' },
    sent: [
      ['canceled', SURPLUS],
      ['due', 40_000],
    ],
  });
  await isBondHeld(bond);
});

test('the same news again changes nothing', async () => {
  const bond = await world.aBond().heldByTransfer(SURPLUS);
  await takesBack(bond, SURPLUS);
  await world.news();
  const before = await standing(bond);
  await world.rows(
    `update processor_event set state = 'received', processed_at = null, attempts = 0,
       next_attempt_at = clock_timestamp()`,
  );
  await world.news();
  expect(await standing(bond)).toEqual(before);
});

/** What a pass added up, in parts of a few rows. */
async function cash(): Promise<bigint> {
  const { worker } = world;
  expect(await oracleWatch((token) => worker.get(token)).pass({ rows: 6 })).toEqual([]);
  const all = (tx: Tx) => worker.get(ReconciliationQueries).all(tx);
  const { currencies } = await worker.get(Database).read(systemCtx('test'), all);
  return currencies.find(({ currency }) => currency === 'USD')!.payersCash.minor;
}
/** The same of everything at once. */
const cashOfAll = async () =>
  BigInt(
    (
      await world.one<{ sum: string }>(
        `select (select sum(r.amount) from payer_cash c
             join ledger.received_payment r on r.id = c.received_payment_id)
           - (select coalesce(sum(amount_minor), 0) from disbursement
             where state = 'succeeded' and left(processor_payment_id, 4) = 'cus_')
           - (select sum(amount_minor) from reversal
             where money = 'left' and left(processor_payment_id, 3) <> 'pi_') as sum`,
      )
    ).sum,
  );

async function returns(bond: TestBond): Promise<void> {
  const id = await disbursementOf(bond);
  await world.send(id);
  await world.news();
  const { refund } = await world.one<{ refund: string }>(
    'select processor_refund_id as refund from disbursement where id = $1',
    id,
  );
  await world.control(`refunds/${refund}/name_account`, {});
  await world.pass({ days: 4 });
  await world.news();
}

test('the treasury’s figures leave out what was taken back or returned, and nothing differs', async () => {
  const before = await cash();
  const bond = await world.aBond().heldByTransfer(SURPLUS);
  const other = await world.aBond().heldByTransfer(SURPLUS);
  expect(await cash()).toBe(before + 2n * BigInt(SURPLUS));
  await takesBack(bond, SURPLUS);
  await world.news();
  expect(await cash()).toBe(before + BigInt(SURPLUS));
  await returns(other);
  expect(await standing(other)).toMatchObject({ sent: [['succeeded', SURPLUS]] });
  expect(await cash()).toBe(before);
  expect(await cashOfAll()).toBe(before);
  expect(await world.rows('select distinct as_of from trial_cash')).toHaveLength(1);
  expect(await new Reconciliation(world).compares()).toEqual([]);
});
