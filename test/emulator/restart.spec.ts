/** With a data folder the emulated account survives stops, kills and half-written lines. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { aSandbox, chargeOf, until } from './support.ts';

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(path.join(tmpdir(), 'emulator-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const file = () => path.join(dataDir, 'state.jsonl');

test('payments, refunds, events, keys and open sessions are there after a restart', async () => {
  const first = await aSandbox({ dataDir });
  const intent = await first.paid();
  const open = await first.openSession();
  const key = { idempotencyKey: 'disbursement:1' };
  const wish = { payment_intent: intent.id, amount: 100 };
  const refund = await first.stripe.refunds.create(wish, key);
  await until(async () => (await first.eventTypes()).includes('charge.refund.updated'));
  const before = await first.stripe.events.list({ limit: 100 });
  await first.close();

  const second = await aSandbox({ dataDir });
  const after = await second.stripe.events.list({ limit: 100 });
  expect(after.data.map((event) => event.id)).toEqual(before.data.map((event) => event.id));
  const replay = await second.stripe.refunds.create(wish, key);
  expect(replay.id).toBe(refund.id);
  expect((await second.stripe.refunds.list()).data).toHaveLength(1);
  expect((await second.stripe.checkout.sessions.retrieve(open.id)).status).toBe('open');
  await second.close();
});

test('what the processor had still to do is done after the restart', async () => {
  const first = await aSandbox({ dataDir, delayMs: 3_600_000 });
  const intent = await first.paid('refundLater');
  const refund = await first.stripe.refunds.create({ payment_intent: intent.id });
  await first.control('POST', '/clock', { advance_seconds: 10 });
  await first.close();

  const second = await aSandbox({ dataDir });
  await second.control('POST', '/clock', { advance_seconds: 3600 });
  await until(async () => (await second.stripe.refunds.retrieve(refund.id)).status === 'succeeded');
  const charge = await second.stripe.charges.retrieve(chargeOf(intent).id);
  expect(charge.balance_transaction).toMatch(/^txn_/);
  await second.close();
});

test('an undelivered event is delivered after the restart, to the new address', async () => {
  const taken: string[] = [];
  const endpoint = createServer((request, reply) => {
    taken.push(String(request.headers['stripe-signature']));
    reply.end();
  });
  await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
  const { port } = endpoint.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;

  const first = await aSandbox({
    dataDir,
    webhook: { url: 'http://127.0.0.1:9/', secret: 'whsec_old' },
  });
  await first.stripe.customers.create({});
  await first.close();
  const second = await aSandbox({ dataDir, webhook: { url, secret: 'whsec_new' } });
  await until(() => taken.length > 0);
  expect((await second.stripe.webhookEndpoints.list()).data.map((one) => one.url)).toEqual([url]);
  await second.close();
  endpoint.closeAllConnections();
  endpoint.close();
});

test('a line cut short by a kill never happened; damage elsewhere is refused by name', async () => {
  const first = await aSandbox({ dataDir });
  const { id } = await first.stripe.customers.create({ name: 'kept' });
  await first.close();
  appendFileSync(file(), '[{"k":"customer","i":"cus_half","v":{"id":"cus_ha');
  const second = await aSandbox({ dataDir });
  expect((await second.stripe.customers.retrieve(id)).id).toBe(id);
  await expect(second.stripe.customers.retrieve('cus_half')).rejects.toThrow('No such customer');
  await second.close();

  writeFileSync(file(), `{"broken\n${readFileSync(file(), 'utf8')}`);
  await expect(aSandbox({ dataDir })).rejects.toThrow('damaged at line 1');
});

test('the file is rewritten without its history at start', async () => {
  const first = await aSandbox({ dataDir });
  const { id } = await first.stripe.refunds.create({ payment_intent: (await first.paid()).id });
  for (let n = 0; n < 20; n += 1) {
    await first.stripe.refunds.update(id, { metadata: { n: String(n) } });
  }
  await first.close();
  const grown = readFileSync(file(), 'utf8');
  const second = await aSandbox({ dataDir });
  const compact = readFileSync(file(), 'utf8');
  await second.close();
  expect(compact.length).toBeLessThan(grown.length);
  expect(compact).toContain('"n":"19"');
});

test('events are kept for thirty days', async () => {
  const first = await aSandbox({ dataDir });
  await first.stripe.customers.create({});
  await first.control('POST', '/clock', { advance_seconds: 30 * 24 * 3600 + 60 });
  await first.stripe.customers.create({});
  expect(await first.eventTypes()).toEqual(['customer.created']);
  await first.close();
  const second = await aSandbox({ dataDir });
  await second.close();
  expect(readFileSync(file(), 'utf8').match(/"object":"event"/g)).toHaveLength(1);
});

test('without a data folder nothing is kept', async () => {
  const first = await aSandbox();
  const { id } = await first.stripe.customers.create({});
  await first.close();
  const second = await aSandbox();
  await expect(second.stripe.customers.retrieve(id)).rejects.toThrow('No such customer');
  await second.close();
});
