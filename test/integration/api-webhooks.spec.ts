// Events of the processor, as they are delivered to the api.
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { postJson, refusal } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

const SECRET = 'whsec_of_the_api_spec';
let world: World;
let api: NestFastifyApplication;

beforeAll(async () => {
  world = await World.start({
    processes: [],
    env: { STRIPE_WEBHOOK_SECRETS: `whsec_being_rolled,${SECRET}` },
  });
  api = await world.site('api');
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const count = async (table: string) =>
  (await world.one<{ n: string }>(`select count(*) as n from ${table}`)).n;

const event = (more: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1_790_000_000,
    livemode: false,
    type: 'checkout.session.completed',
    data: { object: { id: 'cs_test_1', object: 'checkout.session', metadata: {} } },
    ...more,
  });

function deliver(
  payload: string,
  o: { secret?: string; timestamp?: number; header?: string } = {},
) {
  const { secret = SECRET, timestamp } = o;
  const header =
    o.header ??
    Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });
  return postJson(api, '/webhooks/stripe', payload, { 'stripe-signature': header });
}

test('an event is stored once, however often it comes, without its body', async () => {
  const payload = event();
  const { id } = JSON.parse(payload) as { id: string };
  const answers = await Promise.all(Array.from({ length: 16 }, () => deliver(payload)));
  expect(new Set(answers.map((a) => a.statusCode))).toEqual(new Set([200]));
  expect(
    await world.rows(`select id, type, object_id, state from processor_event where id = '${id}'`),
  ).toEqual([
    { id, type: 'checkout.session.completed', object_id: 'cs_test_1', state: 'received' },
  ]);
});

test('a secret that is being rolled is good too', async () => {
  expect((await deliver(event(), { secret: 'whsec_being_rolled' })).statusCode).toBe(200);
});

test('an answer says that it is never a page', async () => {
  const { headers } = await deliver(event());
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
});

const long = 301;
const now = () => Math.floor(Date.now() / 1000);

test.each([
  ['another secret', () => deliver(event(), { secret: 'whsec_wrong' }), 'bad_signature'],
  ['no signature', () => deliver(event(), { header: '' }), 'bad_signature'],
  ['an old signature', () => deliver(event(), { timestamp: now() - long }), 'bad_signature'],
  [
    'a signature of the future',
    () => deliver(event(), { timestamp: now() + long }),
    'bad_signature',
  ],
  [
    'a body that was touched',
    () => {
      const payload = event();
      const header = Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
      return deliver(`${payload} `, { header });
    },
    'bad_signature',
  ],
  ['an event of the live mode', () => deliver(event({ livemode: true })), 'wrong_mode'],
  ['what is no event', () => deliver('{"object":"balance"}'), 'not_an_event'],
])('%s: 400 with its code, and nothing is stored', async (_, send, code) => {
  const before = await count('processor_event');
  const answer = await send();
  expect(refusal(answer)).toEqual([400, code]);
  expect(await count('processor_event')).toBe(before);
});
