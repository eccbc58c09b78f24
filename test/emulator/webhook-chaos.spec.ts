/** Webhooks that do not come, come twice, in another order, or so that nobody should believe them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type Stripe from 'stripe';

import { aSandbox, type Sandbox, until } from './support.ts';

const SECRET = 'whsec_of_the_configuration';
let sandbox: Sandbox;
let server: Server;
let received: { body: string; signature: string }[];

beforeEach(async () => {
  received = [];
  server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature']);
      received.push({ body: Buffer.concat(chunks).toString(), signature });
      reply.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  sandbox = await aSandbox({ webhook: { url, secret: SECRET } });
});
afterEach(async () => {
  await sandbox.close();
  server.closeAllConnections();
  server.close();
});

const chaos = (trouble: object) => sandbox.control('POST', '/webhooks', trouble);
const customer = (name: string) => sandbox.stripe.customers.create({ name });
const arrived = (count: number) => until(() => received.length >= count && received);
const read = ({ body, signature }: (typeof received)[number]): Stripe.Event =>
  sandbox.stripe.webhooks.constructEvent(body, signature, SECRET);
const nameIn = ({ body }: (typeof received)[number]) =>
  (JSON.parse(body) as { data: { object: Stripe.Customer } }).data.object.name;

test('what is held comes when it is let go, also in reverse', async () => {
  await chaos({ hold: true });
  for (const name of ['first', 'second', 'third']) await customer(name);
  expect(received).toEqual([]);
  await chaos({ hold: false, reverse: true });
  expect((await arrived(3)).map(nameIn)).toEqual(['third', 'second', 'first']);
});

test('what is dropped never comes, and is listed as not delivered', async () => {
  await chaos({ drop: 1 });
  await customer('lost');
  await customer('kept');
  await arrived(1);
  const { data } = await until(async () => {
    const list = await sandbox.stripe.events.list({ delivery_success: false });
    return list.data.length === 1 && list;
  });
  expect(received.map(nameIn)).toEqual(['kept']);
  expect((data[0]?.data.object as Stripe.Customer).name).toBe('lost');
});

test('what is doubled comes twice with one id', async () => {
  await chaos({ duplicate: 1 });
  await customer('twice');
  const [one, two] = (await arrived(2)).map(read);
  expect(two?.id).toBe(one?.id);
});

test.each([
  ['wrong_secret', 'No signatures found matching'],
  ['stale', 'outside the tolerance'],
])('%s is seen by who checks', async (trouble, words) => {
  await chaos({ [trouble]: 1 });
  await customer('doubtful');
  const [bad] = await arrived(1);
  expect(() => bad && read(bad)).toThrow(words);
});

test('an event of an older version says so', async () => {
  await chaos({ old_version: 1 });
  await customer('old');
  const [old] = (await arrived(1)).map(read);
  expect(old?.api_version).toBe('2020-08-27');
});
