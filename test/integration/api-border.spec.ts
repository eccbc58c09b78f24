// Border records, as a border system reports them to the api.
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { newId } from '#platform';
import { aBatch, aRecord, borderToken, type Post } from '../support/world/border.ts';
import { postJson, refusal } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let api: NestFastifyApplication;
let post: Post;

beforeAll(async () => {
  world = await World.start({ processes: ['officer'] });
  api = await world.site('api');
  post = await world.aPost();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const count = async (table: string) =>
  (await world.one<{ n: string }>(`select count(*) as n from ${table}`)).n;

const signed = (body: string | Buffer, more: Record<string, unknown> = {}, key = post.key) =>
  borderToken({ ...post, key }, body, more);

function report(body: string | Buffer, token: string, idempotencyKey: string = randomUUID()) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': idempotencyKey };
  return postJson(api, '/border/movements', body.toString(), headers);
}

test('a batch is stored with a receipt per item, and its assessment is enqueued', async () => {
  const body = aBatch(
    aRecord({ recordId: 'good-1' }),
    aRecord({ recordId: 'bad-1', happenedAt: 'yesterday' }),
    aRecord({ recordId: 'bad-2', document: { issuingState: 'USA' } }),
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
    await world.rows(`select record_id, state from movement where batch_id = '${receipt.batchId}'`),
  ).toEqual([{ record_id: 'good-1', state: 'received' }]);
  expect(await world.rows(`select data from pgboss.job where name = 'movements.assess'`)).toEqual([
    { data: { batchId: receipt.batchId } },
  ]);
  expect(JSON.stringify(await world.rows('select * from movement'))).not.toContain('C10000001');
});

test('the same key gets the same receipt; another body under it is refused', async () => {
  const [body, idempotencyKey] = [aBatch(aRecord()), randomUUID()];
  const first = await report(body, await signed(body), idempotencyKey);
  const again = await report(body, await signed(body), idempotencyKey);
  expect(again.json()).toEqual({ ...first.json<object>(), replayed: true });
  const other = aBatch(aRecord());
  const refused = await report(other, await signed(other), idempotencyKey);
  expect(refusal(refused)).toEqual([409, 'key_reused_with_other_body']);
});

test.each<[string, () => Promise<{ statusCode: number; json<T>(): T }>, number, string]>([
  ['no token', () => report(aBatch(), ''), 401, 'bad_token'],
  [
    'a token for another body',
    async () => report(aBatch(aRecord()), await signed(aBatch())),
    401,
    'bad_token',
  ],
  [
    'a token for somebody else',
    async () => report(aBatch(), await signed(aBatch(), { aud: 'http://elsewhere' })),
    401,
    'bad_token',
  ],
  [
    'a token for an hour',
    async () =>
      report(aBatch(), await signed(aBatch(), { exp: Math.floor(Date.now() / 1000) + 3600 })),
    401,
    'bad_token',
  ],
  [
    'a client we do not know',
    async () => report(aBatch(), await signed(aBatch(), { iss: newId() })),
    401,
    'bad_token',
  ],
  [
    'another client’s key',
    async () => {
      const { privateKey } = await generateKeyPair('EdDSA');
      return report(aBatch(), await signed(aBatch(), {}, privateKey));
    },
    401,
    'bad_token',
  ],
  ['what is no batch', async () => report('{}', await signed('{}')), 400, 'not_a_batch'],
  [
    'a bad idempotency key',
    async () => {
      const body = aBatch(aRecord());
      return report(body, await signed(body), 'two words');
    },
    400,
    'bad_idempotency_key',
  ],
  [
    'too many',
    async () => {
      const body = aBatch(...Array.from({ length: 1001 }, () => aRecord()));
      return report(body, await signed(body));
    },
    413,
    'too_many_items',
  ],
])('%s is refused with its code, and nothing is stored', async (_, send, status, code) => {
  const before = await count('movement');
  const answer = await send();
  expect(refusal(answer)).toEqual([status, code]);
  expect(await count('movement')).toBe(before);
});

test('a token is good for one call', async () => {
  const body = aBatch(aRecord());
  const token = await signed(body);
  expect((await report(body, token)).statusCode).toBe(200);
  const again = await report(body, token);
  expect(refusal(again)).toEqual([401, 'replayed']);
});

test('a mark is taken with a receipt; what is no mark is refused with its code', async () => {
  const state = async (body: string) =>
    postJson(api, '/border/feed-marks', body, {
      authorization: `Bearer ${await signed(body)}`,
      'idempotency-key': randomUUID(),
    });
  const taken = await state('{"marks":[{"port":"BKO","through":"2026-11-01"},{"port":"BKO"}]}');
  expect(taken.statusCode).toBe(200);
  expect(taken.json()).toMatchObject({
    replayed: false,
    items: [
      { index: 0, port: 'BKO', result: 'accepted' },
      { index: 1, result: 'rejected', code: 'invalid', errors: [{ field: 'through' }] },
    ],
  });
  expect(await world.rows(`select data from pgboss.job where name = 'feeds.prove'`)).toEqual([
    { data: { reportId: taken.json<{ reportId: string }>().reportId } },
  ]);
  expect(refusal(await state('{}'))).toEqual([400, 'not_marks']);
  const many = JSON.stringify({ marks: new Array(101).fill({}) });
  expect(refusal(await state(many))).toEqual([413, 'too_many_items']);
});

test('the description names every field that is checked, and health answers', async () => {
  const description = (await api.inject('/openapi.json')).json<{
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  }>();
  const { properties } = description.components.schemas['Movement']!;
  const day = { type: 'string', format: 'date', nullable: true };
  expect(properties['authorisedUntil']).toMatchObject(day);
  expect(Object.keys(properties).sort()).toEqual(
    [...Object.keys(aRecord()), 'authorisedUntil', 'corrects', 'traveller'].sort(),
  );
  const mark = description.components.schemas['FeedMark']!.properties;
  expect(Object.keys(mark).sort()).toEqual(['correction', 'port', 'through']);
  expect(mark['through']).toMatchObject({ format: 'date', example: '2026-11-23' });
  expect((await api.inject('/health/ready')).statusCode).toBe(200);
  const lost = await api.inject('/nowhere');
  expect(refusal(lost)).toEqual([404, 'not_found']);
});
