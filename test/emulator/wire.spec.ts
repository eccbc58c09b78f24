/** The wire itself: keys, headers, bodies, idempotency. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { aSandbox, post, refusal, type Sandbox, sdk } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ latencyMs: 30 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

interface Reply {
  status: number;
  headers: Headers;
  body: string;
  json: Record<string, unknown> & { error?: Record<string, unknown> };
}

async function call(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const reply = await fetch(sandbox.url + path, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: {
      authorization: 'Bearer sk_test_emulator',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: text, json: JSON.parse(text) };
}

test.each([
  ['no key', ''],
  ['a live key', 'Bearer sk_live_abc'],
  ['a live restricted key', 'Bearer rk_live_abc'],
  ['a publishable key', 'Bearer pk_test_abc'],
])('%s is refused with 401', async (_what, authorization) => {
  const reply = await call('GET', '/v1/balance', undefined, { authorization });
  expect([reply.status, reply.json.error?.['type']]).toEqual([401, 'invalid_request_error']);
  expect(reply.body).not.toContain('live_abc');
});

test('secret, restricted and basic test keys are taken', async () => {
  const basic = `Basic ${Buffer.from('sk_test_abc:').toString('base64')}`;
  for (const authorization of ['Bearer sk_test_a', 'Bearer rk_test_a', basic]) {
    expect((await call('GET', '/v1/balance', undefined, { authorization })).status).toBe(200);
  }
});

test('answers carry the headers of the real API', async () => {
  const good = await call('POST', '/v1/customers', 'email=a%40example.org', {
    'idempotency-key': 'key-1',
  });
  expect(good.headers.get('request-id')).toMatch(/^req_\w{14}$/);
  expect(good.headers.get('stripe-version')).toBe('2026-10-28.endive');
  expect(good.headers.get('idempotency-key')).toBe('key-1');
  expect(good.headers.get('content-type')).toMatch(/^application\/json/);
  const bad = await call('POST', '/v1/refunds', 'charge=ch_none');
  expect(bad.headers.get('stripe-should-retry')).toBe('false');
  expect(bad.json.error).toEqual({
    code: 'resource_missing',
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
    message: "No such charge: 'ch_none'",
    param: 'id',
    request_log_url: expect.stringContaining(String(bad.headers.get('request-id'))),
    type: 'invalid_request_error',
  });
});

test('another API version, a JSON body and an unknown path are refused in Stripe’s form', async () => {
  const version = await call('GET', '/v1/balance', undefined, { 'stripe-version': '2020-08-27' });
  expect([version.status, version.json.error?.['message']]).toEqual([
    ...[400, expect.stringContaining('2020-08-27')],
  ]);
  const json = await call('POST', '/v1/customers', '{"email":"a"}', {
    'content-type': 'application/json',
  });
  expect(json.status).toBe(400);
  for (const [method, path] of [
    ['GET', '/v1'],
    ['DELETE', '/v1/refunds/re_1'],
    ['POST', '/v1/setup_intents'],
    ['GET', '/elsewhere'],
  ] as const) {
    const reply = await call(method, path);
    expect(reply.status).toBe(404);
    expect(reply.json.error?.['message']).toMatch(/^Unrecognized request URL \(/);
  }
});

test('an address that cannot be decoded is refused in the same form', async () => {
  for (const path of ['/v1/refunds/%zz', '/c/pay/%zz']) {
    const reply = await call('GET', path);
    expect([reply.status, reply.json.error?.['type']]).toEqual([400, 'invalid_request_error']);
  }
});

test('a body too large is refused and nothing is kept', async () => {
  const reply = await call('POST', '/v1/customers', `description=${'x'.repeat(300_000)}`);
  expect([reply.status, reply.json.error?.['type']]).toEqual([413, 'invalid_request_error']);
  expect((await sandbox.stripe.events.list()).data).toEqual([]);
});

test('several unknown parameters are named together, nested ones in brackets', async () => {
  const reply = await call('POST', '/v1/customers', 'colour=red&address[planet]=x');
  expect(reply.json.error).toMatchObject({
    code: 'parameter_unknown',
    message: 'Received unknown parameters: colour, address[planet]',
  });
});

test('a replay is the same bytes, also of a refusal that came out of the call itself', async () => {
  const key = { 'idempotency-key': 'key-2' };
  const first = await call('POST', '/v1/customers', 'email=a%40example.org', key);
  const again = await call('POST', '/v1/customers', 'email=a%40example.org', key);
  expect(again.body).toBe(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.headers.get('original-request')).toBe(first.headers.get('request-id'));
  expect(first.headers.get('idempotent-replayed')).toBeNull();

  const refused = await call('POST', '/v1/refunds', 'charge=ch_none', {
    'idempotency-key': 'key-3',
  });
  const replay = await call('POST', '/v1/refunds', 'charge=ch_none', {
    'idempotency-key': 'key-3',
  });
  expect([replay.status, replay.body]).toEqual([404, refused.body]);
  expect(replay.headers.get('idempotent-replayed')).toBe('true');
});

test('a key stands for one use: other parameters or another path are refused', async () => {
  const key = { 'idempotency-key': 'key-4' };
  await call('POST', '/v1/customers', 'email=a%40example.org', key);
  for (const [path, body] of [
    ['/v1/customers', 'email=b%40example.org'],
    ['/v1/refunds', 'charge=ch_1'],
  ] as const) {
    const reply = await call('POST', path, body, key);
    expect([reply.status, reply.json.error?.['type']]).toEqual([400, 'idempotency_error']);
  }
});

test('a request that was refused before it ran may be sent right with the same key', async () => {
  const key = { 'idempotency-key': 'key-5' };
  expect((await call('POST', '/v1/customers', 'e_mail=x', key)).status).toBe(400);
  expect((await call('POST', '/v1/customers', 'email=a%40example.org', key)).status).toBe(200);
});

test('two at once with one key: one runs, the other is told so', async () => {
  const key = { 'idempotency-key': 'key-6' };
  const both = await Promise.all([
    call('POST', '/v1/customers', 'name=A', key),
    call('POST', '/v1/customers', 'name=A', key),
  ]);
  const loser = both.find((reply) => reply.status === 409);
  expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
  expect(loser?.json.error?.['code']).toBe('idempotency_key_in_use');
  expect(loser?.headers.get('stripe-should-retry')).toBe('true');
  expect((await sandbox.stripe.events.list()).data).toHaveLength(1);

  // The SDK retries a 409 by itself and then gets the replay.
  const patient = sdk(sandbox, { maxNetworkRetries: 2 });
  const ask = () => patient.customers.create({ name: 'B' }, { idempotencyKey: 'key-7' });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(one.id).toBe(two.id);
});

test('a key lives a day; after that it makes something new', async () => {
  const ask = () => sandbox.stripe.customers.create({}, { idempotencyKey: 'key-8' });
  const { id } = await ask();
  await sandbox.control('POST', '/clock', { advance_seconds: 24 * 3600 - 5 });
  expect((await ask()).id).toBe(id);
  await sandbox.control('POST', '/clock', { advance_seconds: 10 });
  expect((await ask()).id).not.toBe(id);
  const long = { idempotencyKey: 'k'.repeat(256) };
  expect(await refusal(sandbox.stripe.customers.create({}, long))).toMatchObject({ status: 400 });
});

test('the journal tells calls, keys and replays, and no bodies', async () => {
  const ask = () => sandbox.stripe.customers.create({ name: 'A' }, { idempotencyKey: 'key-9' });
  await ask();
  await ask();
  await sandbox.stripe.balance.retrieve();
  const { calls } = await sandbox.control<{ calls: object[] }>('GET', '/journal');
  const common = { method: 'POST', path: '/v1/customers', idempotency_key: 'key-9', status: 200 };
  expect(calls).toMatchObject([
    { ...common, replayed: false },
    { ...common, replayed: true },
    { method: 'GET', path: '/v1/balance', idempotency_key: null, replayed: false },
  ]);
});

test('events list by type, by group and by up to twenty types', async () => {
  await sandbox.paid();
  const types = async (params: object) =>
    (await sandbox.stripe.events.list(params)).data.map((event) => event.type);
  expect(await types({ type: 'charge.succeeded' })).toEqual(['charge.succeeded']);
  expect(await types({ type: 'payment_intent.*' })).toEqual([
    'payment_intent.succeeded',
    'payment_intent.created',
  ]);
  expect(await types({ created: { gt: Math.floor(Date.now() / 1000) + 60 } })).toEqual([]);
  const many = { types: Array.from({ length: 21 }, () => 'charge.succeeded') };
  expect(await refusal(sandbox.stripe.events.list(many))).toMatchObject({ param: 'types' });
});

test('control routes refuse nonsense with a message', async () => {
  const reply = await post(`${sandbox.url}/_emulator/payment_intents`, { amount: 'ten' });
  expect(reply.status).toBe(400);
  expect(await reply.text()).toContain('amount must be a whole number');
});

test('health is told without a key', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    expect((await fetch(sandbox.url + path)).status).toBe(200);
  }
});
