// Whoever makes the api run statements of their own: what its login can still state of a port's
// records, and what the worker makes of it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientCtx, Database, newId, systemCtx, visitorCtx } from '#platform';
import { BorderClients, FeedProver, Feeds } from '#travel';
import { borderToken, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let other: Post;

beforeAll(async () => {
  world = await World.start();
  other = await world.aPost();
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).block(tx, other.client.id),
  );
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const THROUGH = '2026-11-20';
const bodyOf = (through = THROUGH, more = {}) =>
  Buffer.from(JSON.stringify({ marks: [{ port: 'BKO', through, ...more }] }));
const tokenOf = (post: Post, body: Buffer, more = {}) => borderToken(post, body, more);
let seq = 0;

/** As the api's login, by hand: a mark with whatever proof. */
async function store(
  { token, body }: { token: string; body: Buffer },
  more: Record<string, unknown> = {},
  as = world.post.client.id,
): Promise<string> {
  const id = newId();
  seq += 1;
  const row = { kind: 'mark', complete_through: THROUGH, proof: null, client_id: as, ...more };
  await world.api.get(Database).write(clientCtx(as, 'r'), async (tx) => {
    await tx.query(
      `insert into feed_report (id, client_id, idempotency_key, token, body, received_at, receipt)
       values ($1, $2, $3, $4, $5, now(), '[]')`,
      [id, as, randomUUID(), token, body],
    );
    await tx.query(
      `insert into feed_mark (client_id, port_code, seq, report_id, complete_through, kind,
         received_at, proof) values ($1, 'BKO', $2, $3, $4, $5, now(), $6)`,
      [row.client_id, seq, id, row.complete_through, row.kind, row.proof],
    );
  });
  return id;
}
const found = async (reportId: string) => {
  await world.worker.get(FeedProver).prove(reportId);
  return (
    await world.rows<{ proof: string }>(
      'select proof from feed_mark where report_id = $1',
      reportId,
    )
  )[0]!.proof;
};
const completeThrough = async () => {
  const { worker } = world;
  const ports = await world.byRule((tx) => worker.get(Feeds).ofProgramme(tx, 'mali-us'));
  return ports[0]!.completeThrough;
};
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

test.each<[string, string, () => Promise<Parameters<typeof store>>]>([
  [
    ...(['with a token for another body', 'signature_invalid'] as const),
    async () => [{ token: await tokenOf(world.post, bodyOf('2026-11-19')), body: bodyOf() }],
  ],
  [
    ...(['with another border system’s token', 'signature_invalid'] as const),
    async () => [{ token: await tokenOf(other, bodyOf()), body: bodyOf() }],
  ],
  [
    ...(['with a token that was over', 'signature_invalid'] as const),
    async () => {
      const old = { iat: secondsAgo(3600), exp: secondsAgo(3400) };
      return [{ token: await tokenOf(world.post, bodyOf(), old), body: bodyOf() }];
    },
  ],
  [
    ...(['of another day than was signed', 'not_as_signed'] as const),
    async () => [
      { token: await tokenOf(world.post, bodyOf('2026-11-19')), body: bodyOf('2026-11-19') },
    ],
  ],
  [
    ...(['as a correction that was none', 'not_as_signed'] as const),
    async () => [
      { token: await tokenOf(world.post, bodyOf()), body: bodyOf() },
      { kind: 'correction' },
    ],
  ],
  [
    ...(['of a border system that is blocked', 'client_blocked'] as const),
    async () => [{ token: await tokenOf(other, bodyOf()), body: bodyOf() }, {}, other.client.id],
  ],
])('a mark %s never counts', async (_what, fault, forged) => {
  expect(await found(await store(...(await forged())))).toBe(fault);
  expect(await completeThrough()).toBeNull();
});

test('the api’s login cannot say that a mark is proved, or state one for somebody else', async () => {
  const body = bodyOf();
  const proof = { token: await tokenOf(world.post, body), body };
  await expect(store(proof, { proof: 'proved' })).rejects.toThrow('row-level security');
  await expect(store(proof, { client_id: other.client.id })).rejects.toThrow('row-level security');
  const { api } = world;
  const change = api
    .get(Database)
    .write(clientCtx(world.post.client.id, 'r'), (tx) => tx.query(`update feed_mark set seq = 9`));
  await expect(change).rejects.toThrow('permission denied');
});

test('a mark that was proved is for good, whoever asks', async () => {
  const body = bodyOf();
  expect(await found(await store({ token: await tokenOf(world.post, body), body }))).toBe('proved');
  for (const sql of [
    `update feed_mark set complete_through = '2026-11-24' where proof = 'proved'`,
    `update feed_mark set proof = 'not_signed' where proof = 'proved'`,
    'delete from feed_mark',
    'update feed_report set received_at = now()',
  ]) {
    await expect(world.db.admin.query(sql)).rejects.toMatchObject({ code: 'VB009' });
  }
  const { worker } = world;
  const moved = worker
    .get(Database)
    .write(systemCtx('t'), (tx) => tx.query(`update feed_mark set complete_through = now()`));
  await expect(moved).rejects.toThrow('permission denied');
});

test('a border system sees its own marks only; portal and visitors see none', async () => {
  const { api, portal } = world;
  const seen = (ctx: Parameters<Database['read']>[0]) =>
    api
      .get(Database)
      .read(ctx, (tx) =>
        tx.query('select client_id from feed_mark union select client_id from feed_report'),
      );
  const { id } = world.post.client;
  expect(await seen(clientCtx(id, 'r'))).toEqual([{ client_id: id }]);
  expect(await seen(clientCtx(newId(), 'r'))).toEqual([]);
  expect(await seen(visitorCtx('r'))).toEqual([]);
  for (const table of ['feed_mark', 'feed_report']) {
    const read = portal.get(Database).read(visitorCtx('r'), (tx) => tx.query(`table ${table}`));
    await expect(read).rejects.toThrow('permission denied');
  }
});
