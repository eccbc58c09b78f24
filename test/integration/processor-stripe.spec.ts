import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { money, Temporal, toDate } from '#kernel';
import { newId, PlatformModule } from '#platform';
import { Processor, ProcessorModule } from '#processor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { CARDS } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

// The adapter with the real SDK, against the emulator, and against servers that misbehave.
let db: TestDatabase;
let emulator: Emulator;
let app: TestingModule;
let processor: Processor;
const opened: { close: () => unknown }[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  emulator = await startEmulator({ port: 0, delayMs: 5 });
  app = await processOf(emulator.url);
  processor = app.get(Processor);
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await app.close();
  await emulator.close();
  await db.drop();
});

async function processOf(base: string): Promise<TestingModule> {
  const config = testConfig(db.url('worker'), { STRIPE_API_BASE: base });
  const platform = PlatformModule.forRoot({
    process: 'worker',
    config,
  });
  const imports = [platform, ProcessorModule];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

const checkout = (paymentId = newId(), more: object = {}) => ({
  paymentId,
  way: 'card' as const,
  customerId: null,
  amount: money(1_000_000n, 'USD'),
  description: 'Visa bond VB-0000-0000',
  successUrl: 'http://localhost:3000/back',
  cancelUrl: 'http://localhost:3000/stop',
  locale: 'en' as const,
  expiresAt: Temporal.Now.instant().add({ hours: 2 }).round('second'),
  metadata: { bond_id: newId() },
  ...more,
});
async function calls(): Promise<
  { method: string; path: string; idempotency_key: string | null }[]
> {
  const answer = await fetch(`${emulator.url}/_emulator/journal`);
  return ((await answer.json()) as { calls: never[] }).calls;
}
async function pay(url: string): Promise<number> {
  const body = new URLSearchParams({
    email: 'payer@example.org',
    name: 'Ada Example',
    number: CARDS.visa.number,
    expiry: '12/40',
    cvc: '123',
  });
  return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).status;
}
const value = <T>(outcome: { kind: string; value?: T }): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value!;
};
const until = async <T>(ask: () => Promise<T>, is: (t: T) => boolean): Promise<T> => {
  for (let n = 0; n < 100; n++) {
    const found = await ask();
    if (is(found)) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('never came true');
};

test('a session: opened, repeated under its key, paid, with its fee a moment later', async () => {
  const wish = checkout();
  const session = value(await processor.openCheckout(wish));
  expect(session).toMatchObject({ status: 'open', paymentId: wish.paymentId });
  expect(toDate(session.expiresAt)).toEqual(toDate(wish.expiresAt));
  expect(value(await processor.openCheckout(wish)).id).toBe(session.id);
  expect(
    (await calls())
      .filter((c) => c.method === 'POST')
      .map((c) => c.idempotency_key)
      .slice(-2),
  ).toEqual(Array(2).fill(`payment:${wish.paymentId}`));

  expect(await pay(session.url!)).toBe(303);
  const paid = await until(
    async () => value(await processor.getCheckout(session.id)),
    (c) => !!c.payment?.fee,
  );
  expect(paid).toMatchObject({
    ...{ status: 'complete', url: null, payment: { status: 'succeeded' } },
  });
  expect(paid.payment).toMatchObject({
    id: expect.stringMatching(/^pi_/),
    status: 'succeeded',
    paymentId: wish.paymentId,
    received: money(1_000_000n, 'USD'),
    chargeId: expect.stringMatching(/^ch_/),
    method: 'card',
    fee: { id: expect.stringMatching(/^txn_/), amount: { currency: 'USD' } },
  });
  expect(value(await processor.getPayment(paid.payment!.id))).toEqual(paid.payment);
  expect(value(await processor.findCheckouts(paid.payment!.id)).map((c) => c.id)).toEqual([
    session.id,
  ]);
});

test('the same key with other words is refused, and needs no new key but a person', async () => {
  const wish = checkout();
  value(await processor.openCheckout(wish));
  expect(await processor.openCheckout({ ...wish, description: 'Other' })).toEqual({
    kind: 'refused',
    code: 'idempotency_mismatch',
    retryWithNewKey: false,
  });
});

test('what cannot be asked is refused before or by the processor', async () => {
  const before = (await calls()).length;
  expect(
    await processor.openCheckout(checkout(newId(), { amount: money(100_000_000n, 'USD') })),
  ).toMatchObject({ kind: 'refused', code: 'amount_not_possible' });
  expect((await calls()).length).toBe(before);
  const past = checkout(newId(), { expiresAt: Temporal.Now.instant().subtract({ hours: 1 }) });
  expect(await processor.openCheckout(past)).toMatchObject({ kind: 'refused' });
  expect(await processor.getPayment('pi_none')).toMatchObject({
    kind: 'refused',
    code: 'resource_missing',
  });
});

test('a refund: made once under its key, found again, and never more than was paid', async () => {
  const session = value(await processor.openCheckout(checkout()));
  await pay(session.url!);
  const payment = value(await processor.getCheckout(session.id)).payment!;
  const wish = {
    disbursementId: newId(),
    refundId: newId(),
    processorPaymentId: payment.id,
    amount: money(400_000n, 'USD'),
  };
  const made = value(await processor.createRefund(wish));
  expect(made).toMatchObject({
    disbursementId: wish.disbursementId,
    processorPaymentId: payment.id,
    amount: wish.amount,
  });
  expect(value(await processor.createRefund(wish)).id).toBe(made.id);
  expect(value(await processor.listRefunds(payment.id)).map((r) => r.id)).toEqual([made.id]);
  expect(value(await processor.getRefund(made.id)).amount).toEqual(wish.amount);
  const more = { ...wish, disbursementId: newId(), amount: money(700_000n, 'USD') };
  expect(await processor.createRefund(more)).toEqual({
    kind: 'refused',
    code: 'amount_exceeds_charge',
    retryWithNewKey: false,
  });
});

test('events are listed from a moment on, in our own words', async () => {
  const since = Temporal.Now.instant().subtract({ minutes: 5 });
  const listed = value(await processor.listEvents({ since }));
  expect(listed.length).toBeGreaterThan(2);
  expect(listed.map((e) => e.type)).toContain('checkout.session.completed');
  expect(listed.every((e) => /^evt_/.test(e.id) && !e.livemode && e.objectId !== null)).toBe(true);
  const later = Temporal.Now.instant().add({ hours: 1 });
  expect(value(await processor.listEvents({ since: later }))).toEqual([]);
});

/** A server that answers everything alike. */
async function answering(status: number, body: string): Promise<Processor> {
  const server: Server = createServer((_request, reply) => {
    reply.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const process = await processOf(`http://127.0.0.1:${port}`);
  opened.push(process, { close: () => server.close() });
  return process.get(Processor);
}

test.each([
  [404, '{"message":"Not Found"}', 'not a refund'],
  [200, '{"object":"list","data":[]}', 'not a refund'],
  [200, '{"object":"refund"}', 'not a refund'],
  [500, '{"error":{"type":"api_error","message":"oops"}}', 'broken'],
  [429, '{"error":{"type":"invalid_request_error","code":"rate_limit"}}', 'too_many'],
  [401, '{"error":{"type":"invalid_request_error"}}', 'not_authenticated'],
])('%i %s: whether a refund was made is unknown', async (status, body, reason) => {
  const odd = await answering(status, body);
  const wish = {
    disbursementId: newId(),
    refundId: newId(),
    processorPaymentId: 'pi_1',
    amount: money(1n, 'USD'),
  };
  expect(await odd.createRefund(wish)).toEqual({ kind: 'unknown', reason });
});

test('nobody there: unknown', async () => {
  const dead = await processOf('http://127.0.0.1:9');
  opened.push(dead);
  expect(await dead.get(Processor).getRefund('re_1')).toEqual({
    kind: 'unknown',
    reason: 'no_answer',
  });
});
