import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import Stripe from 'stripe';

import { aSandbox, refusal, type Sandbox, until } from './support.ts';

const SECRET = 'whsec_of_the_configuration';

interface Received {
  body: string;
  signature: string;
}

/** An endpoint of ours that keeps what it got and answers as it was told. */
class Receiver {
  readonly received: Received[] = [];
  /** Statuses of the next answers; afterwards 200. */
  answers: number[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const signature = String(request.headers['stripe-signature']);
        this.received.push({ body: Buffer.concat(chunks).toString(), signature });
        reply.writeHead(this.answers.shift() ?? 200).end();
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhook`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  events(secret = SECRET): Stripe.Event[] {
    return this.received.map(({ body, signature }) =>
      stripe.webhooks.constructEvent(body, signature, secret),
    );
  }
}

let stripe: Stripe;
let sandbox: Sandbox;
let receiver: Receiver;

beforeEach(async () => {
  receiver = new Receiver();
  sandbox = await aSandbox({ webhook: { url: await receiver.open(), secret: SECRET } });
  stripe = sandbox.stripe;
});
afterEach(async () => {
  await sandbox.close();
  receiver.close();
});

test('the configured endpoint gets every event, signed over the exact bytes', async () => {
  await sandbox.paid();
  await until(() => receiver.received.length >= 5);
  const types = receiver.events().map((event) => event.type);
  expect(new Set(types)).toEqual(
    new Set([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.updated',
    ]),
  );
  const [first] = receiver.received;
  expect(() =>
    stripe.webhooks.constructEvent(`${first?.body} `, String(first?.signature), SECRET),
  ).toThrow(/signature/i);
  expect(receiver.events()[0]).toMatchObject({
    ...{ api_version: Stripe.API_VERSION, livemode: false, pending_webhooks: 1 },
    request: { id: null, idempotency_key: null },
  });
  await until(async () => (await stripe.events.list({ delivery_success: true })).data.length === 5);
  expect((await stripe.events.list({ limit: 1 })).data[0]?.pending_webhooks).toBe(0);
});

test('an event that was not acknowledged comes again: same id, fresh signature', async () => {
  receiver.answers = [500, 302];
  const customer = await stripe.customers.create({ email: 'payer@example.org' });
  await until(() => receiver.received.length === 3);
  const events = receiver.events();
  expect(new Set(events.map((event) => event.id)).size).toBe(1);
  expect((events[2]?.data.object as Stripe.Customer).id).toBe(customer.id);
  await until(async () => (await stripe.events.list({ delivery_success: true })).data.length === 1);
});

test('undelivered events are listed until somebody takes them', async () => {
  receiver.close();
  const { id } = await stripe.customers.create({});
  const open = await until(async () => {
    const { data } = await stripe.events.list({ delivery_success: false });
    return data.length === 1 && data[0];
  });
  expect((open.data.object as Stripe.Customer).id).toBe(id);
  expect((await stripe.events.list({ delivery_success: true })).data).toEqual([]);
});

test('the answer does not wait for the endpoint', async () => {
  const slow = createServer(() => {});
  await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
  await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });
  const before = Date.now();
  await stripe.customers.create({});
  expect(Date.now() - before).toBeLessThan(1000);
  await sandbox.close();
  slow.closeAllConnections();
  slow.close();
});

test('an endpoint made by API has a secret of its own and gets only what it asked for', async () => {
  const second = new Receiver();
  const endpoint = await stripe.webhookEndpoints.create({
    ...{ url: await second.open(), enabled_events: ['refund.created'] },
    api_version: Stripe.API_VERSION,
  });
  expect(endpoint.secret).toMatch(/^whsec_\w{32}$/);
  await stripe.refunds.create({ payment_intent: (await sandbox.paid()).id });
  await until(() => second.received.length > 0);
  expect(second.events(endpoint.secret).map((event) => event.type)).toEqual(['refund.created']);
  expect(() => second.events(SECRET)).toThrow(/signature/i);

  const shown = await stripe.webhookEndpoints.retrieve(endpoint.id);
  expect(shown).not.toHaveProperty('secret');
  expect((await stripe.webhookEndpoints.list()).data).toHaveLength(2);
  const off = await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
  expect(off.status).toBe('disabled');
  expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true });
  expect(await refusal(stripe.webhookEndpoints.retrieve(endpoint.id))).toMatchObject({
    status: 404,
  });
  second.close();
});

test('wrong endpoints are refused', async () => {
  const create = (params: object) =>
    refusal(stripe.webhookEndpoints.create(params as Stripe.WebhookEndpointCreateParams));
  const url = 'http://127.0.0.1:9/';
  expect(await create({ url: 'nowhere', enabled_events: ['*'] })).toMatchObject({ param: 'url' });
  expect(await create({ url, enabled_events: ['refund.fail'] })).toMatchObject({
    param: 'enabled_events[0]',
  });
  expect(await create({ url, enabled_events: ['*'], api_version: '2020-08-27' })).toMatchObject({
    ...{ code: 'emulator_not_built', param: 'api_version' },
  });
});

test('an event can be sent again on demand', async () => {
  await stripe.customers.create({});
  await until(() => receiver.received.length === 1);
  const id = String(receiver.events()[0]?.id);
  await sandbox.control('POST', '/deliver', { event: id });
  await until(() => receiver.received.length === 2);
  expect(receiver.events().map((event) => event.id)).toEqual([id, id]);
  await expect(sandbox.control('POST', '/deliver', { event: 'evt_none' })).rejects.toThrow('404');
});
