// What border systems state of their own completeness, from the call to what counts.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { clientCtx, Database } from '#platform';
import { BorderClients, FeedIntake, FeedProver, Feeds } from '#travel';
import { borderToken, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});
beforeEach(async () => {
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).block(tx, world.post.client.id),
  );
  world.post = await world.aPost();
});

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const mark = (days: number, more: object = {}) => ({
  port: 'BKO',
  through: daysAgo(days),
  ...more,
});

async function receive(marks: unknown[], key: string = randomUUID(), by: Post = world.post) {
  const { api } = world;
  const { client } = by;
  const body = Buffer.from(JSON.stringify({ marks }));
  const token = await borderToken(by, body);
  return api
    .get(Database)
    .write(clientCtx(client.id, 'r'), (tx) =>
      api.get(FeedIntake).receive(tx, { client, token }, key, body),
    );
}
const prove = (reportId: string) => world.worker.get(FeedProver).prove(reportId);
async function proved(marks: unknown[], by?: Post): Promise<string> {
  const { reportId } = mustBeOk(await receive(marks, randomUUID(), by));
  await prove(reportId);
  return reportId;
}
const completeThrough = async () => {
  const ports = await world.byRule((tx) => world.worker.get(Feeds).ofProgramme(tx, 'mali-us'));
  return ports.find((p) => p.code === 'BKO')!.completeThrough?.toString() ?? null;
};
const result = async (...marks: unknown[]) =>
  mustBeOk(await receive(marks)).items.map((i) => i.code ?? i.result);

test('a mark counts once the worker has proved it, and is in the trail', async () => {
  const { reportId } = mustBeOk(await receive([mark(3)]));
  expect(await completeThrough()).toBeNull();
  await prove(reportId);
  await prove(reportId);
  expect(await completeThrough()).toBe(daysAgo(3));
  expect(
    await world.rows(
      `select action, details from audit_entry where subject_id = $1 and action like '%feed_mark'`,
      world.post.client.id,
    ),
  ).toEqual([
    {
      action: 'border_client.feed_mark',
      details: { port: 'BKO', through: daysAgo(3), kind: 'mark' },
    },
  ]);
});

test('each item has its result: the field and the mend, or what was stated before', async () => {
  expect(await result(mark(5), mark(4), mark(4), mark(6), mark(6, { correction: true }))).toEqual([
    ...['accepted', 'accepted', 'duplicate', 'lower_than_before', 'accepted'],
  ]);
  const items = mustBeOk(
    await receive([
      mark(-1),
      mark(0),
      mark(1, { port: 'CDG' }),
      { port: 'BKO' },
      7,
      mark(1, { x: 1 }),
    ]),
  ).items;
  expect(items.map((i) => [i.result, i.port, i.errors?.[0]?.field])).toEqual([
    ['rejected', 'BKO', 'through'],
    ['rejected', 'BKO', 'through'],
    ['rejected', 'CDG', 'port'],
    ['rejected', null, 'through'],
    ['rejected', null, ''],
    ['rejected', null, 'x'],
  ]);
});

test('a correction takes effect as a row of its own; the earlier mark stays', async () => {
  await proved([mark(2)]);
  await proved([mark(9, { correction: true })]);
  expect(await completeThrough()).toBe(daysAgo(9));
  expect(
    await world.rows(
      'select seq, kind, complete_through::text as day from feed_mark where client_id = $1',
      world.post.client.id,
    ),
  ).toEqual([
    { seq: 1, kind: 'mark', day: daysAgo(2) },
    { seq: 2, kind: 'correction', day: daysAgo(9) },
  ]);
});

test('a port is complete through the earliest day of those who report for it', async () => {
  await proved([mark(2)]);
  const second = await world.aPost();
  expect(await completeThrough()).toBeNull();
  await proved([mark(4)], second);
  expect(await completeThrough()).toBe(daysAgo(4));
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).block(tx, second.client.id),
  );
  expect(await completeThrough()).toBe(daysAgo(2));
});

test('the same key gets the same receipt; another body under it is refused', async () => {
  const key = randomUUID();
  const first = mustBeOk(await receive([mark(3)], key));
  expect(await receive([mark(3)], key)).toEqual({ ok: true, value: { ...first, replayed: true } });
  expect(await receive([mark(2)], key)).toMatchObject({ code: 'key_reused_with_other_body' });
});

test('calls at once are taken one after the other', async () => {
  const days = [9, 8, 7, 6, 5, 4, 3, 2];
  const answers = await Promise.all(days.map((d) => receive([mark(d)])));
  const kept = await world.rows<{ seq: number; day: string }>(
    `select seq, complete_through::text as day from feed_mark where client_id = $1 order by seq`,
    world.post.client.id,
  );
  expect(kept.map((m) => m.seq)).toEqual(kept.map((_, i) => i + 1));
  expect(kept.map((m) => m.day)).toEqual(kept.map((m) => m.day).sort());
  const accepted = answers.filter((a) => mustBeOk(a).items[0]!.result === 'accepted');
  expect(accepted).toHaveLength(kept.length);
});

test('a mark whose job was lost is proved by the sweep', async () => {
  await receive([mark(3)]);
  await world.rows(`update legal_clock set offset_seconds = offset_seconds + 600`);
  for (const part of Object.values(world.worker.get(FeedProver).sweepParts())) await part();
  expect(await completeThrough()).toBe(daysAgo(3));
});

test.each([
  ['what is no JSON', Buffer.from('{'), 'not_marks'],
  ['what has no marks', Buffer.from('{"marks":[]}'), 'not_marks'],
  ['too many', Buffer.from(JSON.stringify({ marks: new Array(101).fill(0) })), 'too_many_items'],
  ['too long', Buffer.alloc(50_001, 0x20), 'body_too_large'],
])('%s is refused and nothing is kept', async (_what, body, code) => {
  const { api } = world;
  const { client } = world.post;
  const answer = await api
    .get(Database)
    .write(clientCtx(client.id, 'r'), (tx) =>
      api.get(FeedIntake).receive(tx, { client, token: 't' }, randomUUID(), body),
    );
  expect(answer).toMatchObject({ ok: false, code });
  expect(await world.rows('select 1 from feed_report where client_id = $1', client.id)).toEqual([]);
});
