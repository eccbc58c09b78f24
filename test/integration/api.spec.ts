import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import Stripe from 'stripe';
import { newId } from '#platform';
import { createApi } from '../../apps/api/src/api.app.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../support/database.ts';

const SECRET = 'whsec_of_the_api_spec';
const clientId = newId();
let db: TestDatabase;
let app: NestFastifyApplication;
let key: CryptoKey;

beforeAll(async () => {
  db = await freshDatabase();
  const config = testConfig(db.url('api'), {
    STRIPE_WEBHOOK_SECRETS: `whsec_being_rolled,${SECRET}`,
    LOG_LEVEL: 'silent',
  });
  app = await createApi(config);
  app.useLogger(false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  key = pair.privateKey;
  await db.admin.query(
    `insert into border_client (id, name, public_jwk, programme_code, ports, state, created_at)
     values ($1, 'Bamako', $2, 'mali-us', '{BKO}', 'active', now())`,
    [clientId, await exportJWK(pair.publicKey)],
  );
});

afterAll(async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
  await app.close();
  await db.drop();
});

const rows = async (sql: string) => (await db.admin.query<Record<string, unknown>>(sql)).rows;
const count = async (table: string) =>
  Number((await rows(`select count(*) from ${table}`))[0]!['count']);

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
  return app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    headers: { 'content-type': 'application/json', 'stripe-signature': header },
    payload,
  });
}

test('an event is stored once, however often it comes, without its body', async () => {
  const payload = event();
  const { id } = JSON.parse(payload) as { id: string };
  const answers = await Promise.all(Array.from({ length: 16 }, () => deliver(payload)));
  expect(new Set(answers.map((a) => a.statusCode))).toEqual(new Set([200]));
  expect(
    await rows(`select id, type, object_id, state from processor_event where id = '${id}'`),
  ).toEqual([
    { id, type: 'checkout.session.completed', object_id: 'cs_test_1', state: 'received' },
  ]);
});

test('a secret that is being rolled is good too', async () => {
  expect((await deliver(event(), { secret: 'whsec_being_rolled' })).statusCode).toBe(200);
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
  expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([
    400,
    code,
  ]);
  expect(await count('processor_event')).toBe(before);
});

async function signed(body: string, more: JWTPayload & { expires?: string } = {}, by = key) {
  const { expires = '2m', ...claims } = more;
  return new SignJWT({
    body_sha256: createHash('sha256').update(body).digest('hex'),
    jti: randomUUID(),
    iss: clientId,
    aud: 'http://localhost:3002',
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(by);
}

const movement = (more: Record<string, unknown> = {}) => ({
  recordId: randomUUID(),
  kind: 'departed',
  port: 'BKO',
  happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
  document: { issuingState: 'USA', number: 'X1234567' },
  ...more,
});
const batch = (...movements: unknown[]) => JSON.stringify({ movements });

function report(body: string, token: string, idempotencyKey: string = randomUUID()) {
  return app.inject({
    method: 'POST',
    url: '/border/movements',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    payload: body,
  });
}

test('a batch is stored with a receipt per item, and its assessment is enqueued', async () => {
  const body = batch(
    movement({ recordId: 'good-1' }),
    movement({ recordId: 'bad-1', happenedAt: 'yesterday' }),
    movement({ recordId: 'bad-2', document: { issuingState: 'USA' } }),
  );
  const answer = await report(body, await signed(body));
  const receipt = answer.json<{ batchId: string; items: Record<string, unknown>[] }>();
  expect(answer.statusCode).toBe(200);
  expect(receipt.items).toMatchObject([
    { index: 0, recordId: 'good-1', result: 'accepted' },
    { index: 1, recordId: 'bad-1', result: 'rejected', errors: [{ field: 'happenedAt' }] },
    { index: 2, recordId: 'bad-2', result: 'rejected', errors: [{ field: 'document.number' }] },
  ]);
  expect(
    await rows(`select record_id, state from movement where batch_id = '${receipt.batchId}'`),
  ).toEqual([{ record_id: 'good-1', state: 'received' }]);
  expect(await rows(`select data from pgboss.job where name = 'movements.assess'`)).toEqual([
    { data: { batchId: receipt.batchId } },
  ]);
  expect(JSON.stringify(await rows('select * from movement'))).not.toContain('X1234567');
});

test('the same key gets the same receipt; another body under it is refused', async () => {
  const [body, idempotencyKey] = [batch(movement()), randomUUID()];
  const first = await report(body, await signed(body), idempotencyKey);
  const again = await report(body, await signed(body), idempotencyKey);
  expect(again.json()).toEqual({ ...first.json<object>(), replayed: true });
  const other = batch(movement());
  const refused = await report(other, await signed(other), idempotencyKey);
  expect([refused.statusCode, refused.json<{ error: { code: string } }>().error.code]).toEqual([
    409,
    'key_reused_with_other_body',
  ]);
});

test.each<[string, () => Promise<{ statusCode: number; json<T>(): T }>, number, string]>([
  ['no token', () => report(batch(), ''), 401, 'bad_token'],
  [
    'a token for another body',
    async () => report(batch(movement()), await signed(batch())),
    401,
    'bad_token',
  ],
  [
    'a token for somebody else',
    async () => report(batch(), await signed(batch(), { aud: 'http://elsewhere' })),
    401,
    'bad_token',
  ],
  [
    'a token for an hour',
    async () => report(batch(), await signed(batch(), { expires: '1h' })),
    401,
    'bad_token',
  ],
  [
    'a client we do not know',
    async () => report(batch(), await signed(batch(), { iss: newId() })),
    401,
    'bad_token',
  ],
  [
    'another client’s key',
    async () => {
      const { privateKey } = await generateKeyPair('EdDSA');
      return report(batch(), await signed(batch(), {}, privateKey));
    },
    401,
    'bad_token',
  ],
  ['what is no batch', async () => report('{}', await signed('{}')), 400, 'not_a_batch'],
  [
    'a bad idempotency key',
    async () => {
      const body = batch(movement());
      return report(body, await signed(body), 'two words');
    },
    400,
    'bad_idempotency_key',
  ],
  [
    'too many',
    async () => {
      const body = batch(...Array.from({ length: 501 }, () => movement()));
      return report(body, await signed(body));
    },
    413,
    'too_many_items',
  ],
])('%s is refused with its code, and nothing is stored', async (_, send, status, code) => {
  const before = await count('movement');
  const answer = await send();
  expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([
    status,
    code,
  ]);
  expect(await count('movement')).toBe(before);
});

test('a token is good for one call', async () => {
  const body = batch(movement());
  const token = await signed(body);
  expect((await report(body, token)).statusCode).toBe(200);
  const again = await report(body, token);
  expect([again.statusCode, again.json<{ error: { code: string } }>().error.code]).toEqual([
    401,
    'replayed',
  ]);
});

test('the description names every field that is checked, and health answers', async () => {
  const description = (await app.inject('/openapi.json')).json<{
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  }>();
  const fields = Object.keys(description.components.schemas['Movement']!.properties);
  expect(fields.sort()).toEqual([...Object.keys(movement()), 'authorisedUntil'].sort());
  expect((await app.inject('/health/ready')).statusCode).toBe(200);
  const lost = await app.inject('/nowhere');
  expect([lost.statusCode, lost.json<{ error: { code: string } }>().error.code]).toEqual([
    404,
    'not_found',
  ]);
});
