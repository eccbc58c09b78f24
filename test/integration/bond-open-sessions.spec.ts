// A session that nobody should pay any more is ended at the processor.
import { Cases } from '#application';
import { Bonds, OpenSessions, Posting } from '#bond-escrow';
import { Processor, type Outcome, type ProcessorCheckout } from '#processor';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

interface Row {
  readonly id: string;
  readonly state: string;
  readonly session_id: string;
}
const paymentsOf = ({ bondId }: TestBond) =>
  world.rows<Row>('select * from payment where bond_id = $1 order by id', bondId);
/** Which payments of the bond have a job to end their session. */
const toBeEnded = async ({ bondId }: TestBond) =>
  (
    await world.rows<{ id: string }>(
      `select p.id from pgboss.job j join payment p on p.id = (j.data->>'paymentId')::uuid
       where j.name = 'checkout.expire' and p.bond_id = $1 order by p.id`,
      bondId,
    )
  ).map((row) => row.id);
const end = (paymentId: string) => world.worker.get(OpenSessions).expire(paymentId);
const asked = async ({ session_id: id }: Row) =>
  (await world.calls())
    .filter((c) => c.path.includes(id))
    .map((c) => `${c.method} ${c.path.slice(c.path.indexOf(id) + id.length)} ${c.status}`);

/** The payer opened a second page just before the first one ended. */
async function twoPages(): Promise<{ bond: TestBond; urls: readonly [string, string] }> {
  const bond = await world.aBond().opened();
  await world.pass({ hours: 23, minutes: 57 });
  await world.pass({ minutes: 1 });
  const second = await world.startPosting(bond);
  if (!second.ok || second.value.url === bond.url) throw new Error('no second page');
  return { bond, urls: [bond.url, second.value.url] };
}

test('a second page ends the first: only the second can be paid, and no fee is lost', async () => {
  const { bond, urls } = await twoPages();
  const [first, second] = await paymentsOf(bond);
  expect(await toBeEnded(bond)).toEqual([first!.id]);
  await end(first!.id);
  expect(await world.triesToPay(urls[0])).toMatchObject({ status: 410 });
  expect(await world.triesToPay(urls[1])).toMatchObject({ status: 303 });
  await world.news();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['expired', 'paid']);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await world.heldFor(bond.bondId)).toBe(DEFAULT_TIER);
  expect(await toBeEnded(bond)).toEqual([first!.id]);
  expect(second!.state).toBe('awaiting_payer');
});

test('paying on one page ends every other, whichever was paid', async () => {
  const { bond, urls } = await twoPages();
  const [first, second] = await paymentsOf(bond);
  await world.pay(urls[0]);
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(await toBeEnded(bond)).toEqual([first!.id, second!.id].sort());
  await end(second!.id);
  expect(await asked(second!)).toEqual(['POST /expire 200']);
  expect(await world.triesToPay(urls[1])).toMatchObject({ status: 410 });
  await world.news();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['paid', 'expired']);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
});

test('ending twice, or what is over, asks nothing more of the processor', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond);
  await end(payment!.id);
  await end(payment!.id);
  expect(await asked(payment!)).toEqual(['POST /expire 200', 'POST /expire 400', 'GET  200']);
  await world.news();
  await end(payment!.id);
  expect(await asked(payment!)).toHaveLength(4); // the look-up that applied it
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['expired']);
});

test('a session that was paid a moment before is understood as paid, not as a failure', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond);
  await world.pay(bond.url, 'visa');
  await end(payment!.id);
  expect(await asked(payment!)).toEqual(['POST /expire 400', 'GET  200']);
  await world.news();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['paid']);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
});

test('no answer is no end: the job is tried again', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond);
  const processor = world.worker.get(Processor);
  const unknown: Outcome<ProcessorCheckout> = { kind: 'unknown', reason: 'no_answer' };
  const broken = jest.spyOn(processor, 'expireCheckout').mockResolvedValue(unknown);
  await expect(end(payment!.id)).rejects.toThrow('no_answer');
  broken.mockRestore();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['awaiting_payer']);
  await end(payment!.id);
  await world.news();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['expired']);
});

test('withdrawing ends the open page', async () => {
  const bond = await world.aBond().opened();
  const [payment] = await paymentsOf(bond);
  await world.byRule(async (tx) => {
    const row = await world.worker.get(Cases).lock(tx, bond.caseId);
    const locked = await world.worker.get(Bonds).lock(tx, bond.bondId);
    await world.worker.get(Bonds).move(tx, locked!, 'withdrawn');
    await world.worker.get(Cases).withdrawn(tx, row);
  });
  expect(await toBeEnded(bond)).toEqual([payment!.id]);
  await end(payment!.id);
  expect(await world.triesToPay(bond.url)).toMatchObject({ status: 410 });
});

test('an answer that comes after the bond was posted gives no address, and its session ends', async () => {
  const { bond, urls } = await twoPages();
  const [, second] = await paymentsOf(bond);
  await world.rows(
    `update payment set state = 'created', session_id = null, session_url = null where id = $1`,
    second!.id,
  );
  await world.pay(urls[0]);
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  await world.pass({ minutes: 3 });
  await world.worker.get(Posting).settleInBetween();
  expect(await toBeEnded(bond)).toContain(second!.id);
  await end(second!.id);
  expect(await world.triesToPay(urls[1])).toMatchObject({ status: 410 });
  await world.news();
  expect((await paymentsOf(bond)).map((p) => p.state)).toEqual(['paid', 'expired']);
});
