// Refunds of what banks carried: by their own ids, claimed or not, and too late for the processor.
import { RescueAsking } from '#refund';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
/** All are cancelled before any time passes: the border reports of today. */
let debited: TestBond;
let moved: TestBond;
let old: TestBond;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  debited = await heldByDebit();
  moved = await world.aBond().heldByTransfer();
  old = await heldByDebit();
  await world.rows(
    `update payment set refundable_until = app.legal_now()::date - 1 where bond_id = $1`,
    old.bondId,
  );
  for (const bond of [debited, moved, old]) await left(bond);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const triesOf = (bondId: string) =>
  world.rows<{ id: string; state: string; by: string; refund: string; trace: string; why: string }>(
    `select d.id, d.state, left(d.processor_payment_id, 3) as by, d.processor_refund_id as refund,
       d.trace_number as trace, r.waits_because as why
     from disbursement d join refund r on r.id = d.refund_id where r.bond_id = $1 order by d.attempt`,
    bondId,
  );
const approve = async (id: string) => world.approveDisbursement(id);

/** In and out in time: the bond goes back. */
async function left(bond: TestBond): Promise<void> {
  await world.issueVisa(bond);
  await world.crossed(world.record('admitted', bond), world.record('departed', bond));
}

async function heldByDebit(): Promise<TestBond> {
  const bond = await world.aBond().opened('bank_debit');
  await world.paysByDebit(bond.url);
  await world.news();
  const { pi } = await world.one<{ pi: string }>(
    'select processor_payment_id as pi from payment where bond_id = $1',
    bond.bondId,
  );
  await world.control(`payment_intents/${pi}/settle`, {});
  await world.news();
  return bond;
}

test('a debit goes back to its account, under the bank’s own id and trace number', async () => {
  const bond = debited;
  const [first] = await triesOf(bond.bondId);
  await world.send(first!.id);
  expect(await triesOf(bond.bondId)).toMatchObject([
    { state: 'pending', by: 'pi_', refund: expect.stringMatching(/^pyr_/) },
  ]);
  await world.pass({ days: 4 });
  await world.news();
  await world.later(2);
  await world.news();
  expect(await triesOf(bond.bondId)).toMatchObject([
    { state: 'succeeded', trace: expect.stringMatching(/^\d{23}$/) },
  ]);
  expect(await world.heldFor(bond.bondId)).toBe(0n);
});

test('a transfer’s refund that nobody claims is sent again, out of the payer’s own cash', async () => {
  const bond = moved;
  const [first] = await triesOf(bond.bondId);
  await world.send(first!.id);
  expect(await triesOf(bond.bondId)).toMatchObject([{ state: 'requires_action', by: 'pi_' }]);
  await world.pass({ days: 46 });
  await world.news();
  const [, second] = await triesOf(bond.bondId);
  expect(second).toMatchObject({ state: 'due', by: 'cus' });
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  // Only the processor can return it.
  const { refundId } = await world.one<{ refundId: string }>(
    'select refund_id as "refundId" from disbursement where id = $1',
    second!.id,
  );
  const [treasurer] = await world.treasury();
  expect(
    await world.asOfficer(treasurer, (tx) => world.officer.get(RescueAsking).may(tx, refundId)),
  ).toMatchObject({ code: 'lies_as_cash' });

  expect(await approve(second!.id)).toMatchObject({ ok: true });
  await world.send(second!.id);
  const asked = (await triesOf(bond.bondId))[1]!;
  expect(asked).toMatchObject({ state: 'requires_action' });
  await world.control(`refunds/${asked.refund}/name_account`, {});
  await world.pass({ days: 4 });
  await world.news();
  expect(await triesOf(bond.bondId)).toMatchObject([{ state: 'canceled' }, { state: 'succeeded' }]);
  expect(await world.heldFor(bond.bondId)).toBe(0n);
  expect(await world.stateOf('bond', bond.bondId)).toBe('closed');
});

test('after 180 days nothing is sent to be refused: the payer is asked for an account', async () => {
  const bond = old;
  const before = (await world.refundCalls()).length;
  const [first] = await triesOf(bond.bondId);
  expect(first).toMatchObject({ state: 'due', why: 'way_closed' });
  expect(await approve(first!.id)).toMatchObject({ ok: false, code: 'way_closed' });
  await world.send(first!.id);
  expect(await world.refundCalls()).toHaveLength(before);
  const { refundId } = await world.one<{ refundId: string }>(
    'select refund_id as "refundId" from disbursement where id = $1',
    first!.id,
  );
  const [treasurer] = await world.treasury();
  expect(
    await world.asOfficer(treasurer, (tx) => world.officer.get(RescueAsking).ask(tx, refundId)),
  ).toMatchObject({ ok: true, value: { state: 'asked' } });
});
