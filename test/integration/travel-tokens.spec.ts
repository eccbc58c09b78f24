// The door of border systems: signed, for this body, once, and not too often.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CryptoKey } from 'jose';
import { newId } from '#platform';
import { type BorderClient, BorderClients } from '#travel';
import { AUDIENCE, borderToken } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let client: BorderClient;
let key: CryptoKey;

beforeAll(async () => {
  world = await World.start();
  ({ client, key } = world.post);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const BODY = createHash('sha256').update('a body').digest('hex');
const signed = (more: Record<string, unknown> = {}, by = key) =>
  borderToken({ client, key: by }, 'a body', more);
const verify = async (token: string | Promise<string>) => {
  const call = { audience: AUDIENCE, bodySha256: BODY };
  const r = await world.api.get(BorderClients).verify(await token, call);
  return r.ok ? r.value.id : r.code;
};

test('a token signed by a registered key opens the door once', async () => {
  const token = await signed();
  expect(await verify(token)).toBe(client.id);
  expect(await verify(token)).toBe('replayed');
  const at = Math.floor(Date.now() / 1000);
  expect(await verify(signed({ iat: at, exp: at + 60 }))).toBe(client.id);
});

test('ten calls with one token at once: one gets in', async () => {
  const token = await signed();
  const answers = await Promise.all(Array.from({ length: 10 }, () => verify(token)));
  expect(answers.filter((a) => a === client.id)).toHaveLength(1);
  expect(answers.filter((a) => a === 'replayed')).toHaveLength(9);
});

test.each([
  ['for another address', { aud: 'http://localhost:3000' }],
  ['for another body', { body_sha256: createHash('sha256').update('other').digest('hex') }],
  ['without a body', { body_sha256: undefined }],
  ['that lasts longer than five minutes', { exp: Math.floor(Date.now() / 1000) + 400 }],
  ['that has expired', { iat: 1_700_000_000, exp: 1_700_000_200 }],
  ['from the future', { iat: Math.floor(Date.now() / 1000) + 120 }],
  ['without an end', { exp: undefined }],
  ['without a name of its own', { jti: undefined }],
  ['with a name too short to be unique', { jti: '1' }],
  ['of nobody', { iss: undefined }],
])('a token %s is refused and uses nothing up', async (_what, claims) => {
  const before = await world.db.admin.query('select count(*) from border_token');
  expect(await verify(signed(claims))).toBe('bad_token');
  expect(await world.db.admin.query('select count(*) from border_token')).toMatchObject({
    rows: before.rows,
  });
});

test('a token by another key, by nobody we know, or without a signature is refused', async () => {
  const other = await world.aPost();
  expect(await verify(signed({}, other.key))).toBe('bad_token');
  expect(await verify(signed({ iss: newId() }))).toBe('unknown_client');
  const [, payload] = (await signed()).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  expect(await verify(`${none}.${payload}.`)).toBe('bad_token');
  expect(await verify('nonsense')).toBe('bad_token');
  expect(await verify('x'.repeat(10_000))).toBe('bad_token');
});

test('a blocked client is refused', async () => {
  const blocked = await world.aPost();
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).block(tx, blocked.client.id),
  );
  expect(await verify(signed({ iss: blocked.client.id }, blocked.key))).toBe('blocked');
});

test('a client has its own number of calls a minute, and others are not in its way', async () => {
  const busy = await world.aPost();
  const quiet = await world.aPost();
  const calls = Array.from({ length: 125 }, () =>
    verify(signed({ iss: busy.client.id }, busy.key)),
  );
  const answers = await Promise.all(calls);
  expect(answers.filter((a) => a === busy.client.id)).toHaveLength(120);
  expect(answers.filter((a) => a === 'too_many_requests')).toHaveLength(5);
  expect(await verify(signed({ iss: quiet.client.id }, quiet.key))).toBe(quiet.client.id);
});

test('used tokens are forgotten once they have expired, not before', async () => {
  await verify(signed());
  await world.db.admin.query(
    `insert into border_token values ($1, 'long-ago-used', now() - interval '1 minute')`,
    [client.id],
  );
  await world.byRule((tx) => world.worker.get(BorderClients).sweep(tx));
  const { rows } = await world.db.admin.query(
    `select count(*) filter (where expires_at < now() - interval '10 seconds')::int as old,
       count(*)::int as kept from border_token`,
  );
  expect(rows[0].old).toBe(0);
  expect(rows[0].kept).toBeGreaterThan(0);
});
