import { Posting } from '#bond-escrow';
import { EventInbox, Processor } from '#processor';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DEFAULT_TIER } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const paymentsOf = (bondId: string) =>
  world.rows<{ id: string; state: string; session_id: string | null; session_url: string | null }>(
    'select * from payment where bond_id = $1 order by id',
    bondId,
  );
const keysOf = async (ids: readonly string[]) =>
  (await world.calls())
    .filter((c) => ids.some((id) => c.idempotency_key === `payment:${id}`))
    .map((c) => `${c.path} ${c.status}${c.replayed ? ' replayed' : ''}`);

test('from the direction to the held bond: reply, rows, books, calls', async () => {
  const bond = await world.aBond().signed();
  const started = await world.startPosting(bond);
  expect(started).toEqual({ ok: true, value: { url: expect.stringContaining('/c/pay/cs_test_') } });
  const [payment] = await paymentsOf(bond.bondId);
  expect(payment).toMatchObject({ state: 'awaiting_payer', amount_minor: '1000000' });
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  expect(await keysOf([payment!.id])).toEqual(['/v1/checkout/sessions 200']);

  expect(await world.triesToPay(started.ok ? started.value.url : '')).toEqual({
    status: 303,
    to: `http://localhost:3000/cases/${bond.reference}?paid`,
  });
  // Coming back from the page proves nothing: only the processor's word does.
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  await world.news();

  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('bond_posted');
  expect((await paymentsOf(bond.bondId))[0]).toMatchObject({
    state: 'paid',
    processor_payment_id: expect.stringMatching(/^pi_/),
    charge_id: expect.stringMatching(/^ch_/),
    method: 'card',
    refundable_until: null,
  });
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  const history = await world.rows(
    'select event, to_state from bond_history where owner_id = $1 order by seq',
    bond.bondId,
  );
  expect(history).toEqual([
    { event: 'payment_started', to_state: 'payment_started' },
    { event: 'money_arrived', to_state: 'held' },
  ]);
  const mails = await world.rows<{ template: string; params: object }>(
    `select template, params from mail where contact_point_id = $1 order by id`,
    bond.applicant.contactPointId,
  );
  const params = { reference: bond.reference };
  expect(mails.slice(-2)).toMatchObject([
    { template: 'bond_required', params },
    { template: 'payment_received', params },
  ]);
});

test('the fee is booked under the received payment, and not taken from the bond', async () => {
  const bond = await world.aBond().held();
  const [{ received_payment_id: received }] = (await world.rows<{ received_payment_id: string }>(
    'select received_payment_id from payment where bond_id = $1',
    bond.bondId,
  )) as [{ received_payment_id: string }];
  const fees = await world.rows<{ debit: string; credit: string; cause: string; amount: string }>(
    `select debit, credit, cause, amount from ledger.transfer
     where owner_id = $1 and code = 'fee'`,
    received,
  );
  expect(fees).toEqual([
    {
      debit: 'processor:fees',
      credit: 'processor:clearing',
      cause: expect.stringMatching(/^txn_\w+:fee$/),
      amount: expect.stringMatching(/^\d+$/),
    },
  ]);
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
});

test('pressing twice, at once or again, leads to the same page and one session', async () => {
  const bond = await world.aBond().signed();
  const [first, second] = await Promise.all([world.startPosting(bond), world.startPosting(bond)]);
  const third = await world.startPosting(bond);
  const payments = await paymentsOf(bond.bondId);
  expect(payments).toHaveLength(1);
  const urls = [first, second, third].flatMap((r) => (r.ok ? [r.value.url] : []));
  expect(urls.length).toBeGreaterThanOrEqual(2);
  expect(new Set(urls)).toEqual(new Set([payments[0]!.session_url]));
});

test('a process that dies after asking: the sweep asks the same again and gets the same', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond.bondId);
  // As if the answer had never been stored.
  await world.rows('alter table payment_history disable trigger append_only');
  await world.rows('delete from payment_history where owner_id = $1', payment!.id);
  await world.rows('alter table payment_history enable trigger append_only');
  await world.rows(
    `update payment set state = 'created', session_id = null, session_url = null,
       state_since = state_since - interval '5 minutes' where id = $1`,
    payment!.id,
  );
  expect(await world.worker.get(Posting).settleInBetween()).toBe(1);
  expect(await paymentsOf(bond.bondId)).toEqual([
    expect.objectContaining({ state: 'awaiting_payer', session_id: payment!.session_id }),
  ]);
  expect(await keysOf([payment!.id])).toEqual([
    '/v1/checkout/sessions 200',
    '/v1/checkout/sessions 200 replayed',
  ]);
});

test('a declined card leaves the page open, and another card posts the bond', async () => {
  const bond = await world.aBond().opened();
  expect(await world.triesToPay(bond.url, 'declined')).toMatchObject({ status: 402 });
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  expect((await paymentsOf(bond.bondId))[0]!.state).toBe('awaiting_payer');
  expect(await world.triesToPay(bond.url)).toMatchObject({ status: 303 });
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
});

test('nothing is asked of the processor before the undertaking, or after the bond is held', async () => {
  const unsigned = await world.aBond().directed();
  const held = await world.aBond().held();
  const before = (await world.calls()).length;
  expect(await world.startPosting(unsigned)).toEqual({ ok: false, code: 'not_signed' });
  expect(await world.startPosting(held)).toEqual({
    ok: false,
    code: 'wrong_state',
    detail: { state: 'held' },
  });
  expect(await world.startPosting({ ...unsigned, applicant: held.applicant })).toMatchObject({
    ok: false,
    code: 'wrong_state',
  });
  expect((await world.calls()).length).toBe(before);
  expect(await paymentsOf(unsigned.bondId)).toEqual([]);
});

test('the processor does not answer: the payer is told, and the sweep finishes it', async () => {
  const bond = await world.aBond().signed();
  const cutOff = await world.another('portal', { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  const started = await world.startPosting(bond, cutOff);
  await cutOff.close();
  expect(started).toEqual({ ok: false, code: 'processor_unavailable' });
  const [payment] = await paymentsOf(bond.bondId);
  expect(payment).toMatchObject({ state: 'created', session_id: null });
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  expect(await keysOf([payment!.id])).toEqual([]);

  await world.pass({ minutes: 3 });
  expect(await world.worker.get(Posting).settleInBetween()).toBe(1);
  expect((await paymentsOf(bond.bondId))[0]).toMatchObject({ state: 'awaiting_payer' });
  expect(await world.stateOf('bond', bond.bondId)).toBe('payment_started');
  expect(await world.startPosting(bond)).toMatchObject({
    ok: true,
    value: { url: (await paymentsOf(bond.bondId))[0]!.session_url },
  });
  expect(await keysOf([payment!.id])).toEqual(['/v1/checkout/sessions 200']);
});

test('one payment that cannot be asked for does not hold up the others', async () => {
  const cutOff = await world.another('portal', { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  const bonds = [await world.aBond().signed(), await world.aBond().signed()];
  for (const bond of bonds) await world.startPosting(bond, cutOff);
  await cutOff.close();
  await world.pass({ minutes: 3 });
  const [broken] = await paymentsOf(bonds[0]!.bondId);
  const processor = world.worker.get(Processor);
  const open = processor.openCheckout.bind(processor);
  processor.openCheckout = (wish) =>
    wish.paymentId === broken!.id ? Promise.reject(new RangeError('broken')) : open(wish);
  await expect(world.worker.get(Posting).settleInBetween()).rejects.toThrow('broken');
  processor.openCheckout = open;
  expect((await paymentsOf(bonds[0]!.bondId))[0]).toMatchObject({ state: 'created' });
  expect((await paymentsOf(bonds[1]!.bondId))[0]).toMatchObject({ state: 'awaiting_payer' });
  expect(await world.worker.get(Posting).settleInBetween()).toBe(1);
});

test('a processor that is slow to answer does not keep the sweep for longer than a minute', async () => {
  const cutOff = await world.another('portal', { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  for (let n = 0; n < 3; n++) await world.startPosting(await world.aBond().signed(), cutOff);
  await cutOff.close();
  await world.pass({ minutes: 3 });
  const processor = world.worker.get(Processor);
  const open = processor.openCheckout.bind(processor);
  let waited = 0;
  const now = Date.now.bind(Date);
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + waited);
  processor.openCheckout = () => {
    waited += 40_000;
    return Promise.resolve({ kind: 'unknown', reason: 'no_answer' });
  };
  expect(await world.worker.get(Posting).settleInBetween()).toBe(2);
  clock.mockRestore();
  processor.openCheckout = open;
  expect(await world.worker.get(Posting).settleInBetween()).toBe(3);
});

test('the end of a session was not told: the sweep has it looked up', async () => {
  const bond = await world.aBond().opened();
  await world.pass({ hours: 25 });
  expect(await world.worker.get(Posting).settleInBetween()).toBeGreaterThanOrEqual(1);
  const [look] = await world.rows(
    `select e.id, e.state from processor_event e join payment p on e.object_id = p.session_id
     where p.bond_id = $1`,
    bond.bondId,
  );
  expect(look).toEqual({ id: expect.stringMatching(/^look:cs_test_/), state: 'received' });
  // Only the look-up is worked: no event was listed.
  while ((await world.worker.get(EventInbox).pollOnce(world.router)) > 0);
  expect((await paymentsOf(bond.bondId))[0]).toMatchObject({ state: 'expired' });
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
});
