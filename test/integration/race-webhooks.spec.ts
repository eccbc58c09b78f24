import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { mustBeOk } from '#kernel';
import { EventInbox } from '#processor';
import { DELIVERED, WEBHOOK_SECRET } from '../support/world/events.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ env: DELIVERED });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** The newest event of a type, signed as the processor signs it. */
async function signedEvent(type: string): Promise<{ raw: Buffer; signature: string }> {
  const { data } = await world.stripe<{ data: object[] }>(`events?types[0]=${type}&limit=1`);
  const payload = JSON.stringify(data[0]);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
  return { raw: Buffer.from(payload), signature };
}

/** The same event, told sixteen times at once to the api. */
async function toldSixteenTimes(type: string) {
  const { raw, signature } = await signedEvent(type);
  const inbox = world.api.get(EventInbox);
  const answers = await Promise.all(Array.from({ length: 16 }, () => inbox.accept(raw, signature)));
  return answers.map((a) => mustBeOk(a));
}

/** Two workers' pollers at the same time, until there is nothing left. */
async function twoPollers(): Promise<void> {
  const inbox = world.worker.get(EventInbox);
  const router = world.router;
  const until = async () => {
    while ((await inbox.pollOnce(router)) > 0);
  };
  await Promise.all([until(), until()]);
}

const transfers = (ownerId: string) =>
  world.rows<{ phase: string; code: string }>(
    'select phase, code from ledger.transfer where owner_id = $1 order by seq',
    ownerId,
  );

test('16 identical webhooks and two pollers: one row, one transfer, one mail', async () => {
  const { bondId, url, reference } = await world.aBond().opened();
  await world.pay(url);
  const told = await toldSixteenTimes('checkout.session.completed');
  expect(new Set(told.map((t) => t.eventId)).size).toBe(1);
  expect(told.filter((t) => t.fresh)).toHaveLength(1);
  await twoPollers();
  expect(await transfers(bondId)).toEqual([{ phase: 'post', code: 'paid' }]);
  expect(await world.one('select state from bond where id = $1', bondId)).toEqual({
    state: 'held',
  });
  expect(
    await world.rows(
      `select 1 from mail where template = 'payment_received' and params->>'reference' = $1`,
      reference,
    ),
  ).toHaveLength(1);
  expect(
    await world.rows(`select state from processor_event where id = $1`, told[0]!.eventId),
  ).toEqual([{ state: 'applied' }]);
});

test('two events of one payment, told sixteen times each: still one transfer', async () => {
  const { bondId, url } = await world.aBond().opened();
  await world.pay(url);
  await Promise.all([
    toldSixteenTimes('checkout.session.completed'),
    toldSixteenTimes('payment_intent.succeeded'),
  ]);
  await twoPollers();
  expect(await transfers(bondId)).toEqual([{ phase: 'post', code: 'paid' }]);
});

test('news of a refund races the worker that sends it: settled once, told once', async () => {
  const visa = await world.aBond().opened();
  const { bondId, url } = visa;
  await world.pay(url);
  await toldSixteenTimes('checkout.session.completed');
  await twoPollers();
  await world.issueVisa(visa);
  await world.crossed(world.record('admitted', visa), world.record('departed', visa));
  const disbursementId = await world.openDisbursement(bondId);
  await Promise.all([
    ...Array.from({ length: 4 }, () => world.send(disbursementId).catch(() => undefined)),
  ]);
  await Promise.all([
    toldSixteenTimes('refund.created').then(twoPollers),
    ...Array.from({ length: 4 }, () => world.send(disbursementId)),
  ]);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await transfers(bondId)).toEqual([
    { phase: 'post', code: 'paid' },
    { phase: 'reserve', code: 'refund' },
    { phase: 'settle', code: 'refund' },
  ]);
  expect(
    await world.rows(
      `select 1 from mail where template = 'refund_succeeded' and params->>'reference' = $1`,
      visa.reference,
    ),
  ).toHaveLength(1);
});
