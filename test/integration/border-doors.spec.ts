// Who lets border systems in, and who shuts them out: two people open, one closes.
import { createHash } from 'node:crypto';
import { BorderClients, FeedProver } from '#travel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MovementAssessor } from '#departure';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { BorderDoors } from '../support/border-doors.ts';
import { aBatch, aKeyPair, AUDIENCE, borderToken, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let doors: BorderDoors;
beforeAll(async () => {
  world = await World.start();
  doors = await BorderDoors.of(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const BODY = 'a body';
const bodySha256 = createHash('sha256').update(BODY).digest('hex');
async function verify(post: Pick<Post, 'client' | 'key'>, kid?: string) {
  const token = await borderToken(post, BODY, {}, kid);
  const call = { audience: AUDIENCE, bodySha256 };
  const answer = await world.api.get(BorderClients).verify(token, call);
  return answer.ok ? 'in' : answer.code;
}
const trailOf = async (clientId: string) =>
  (
    await world.rows<{ action: string; who: string }>(
      `select action, actor_id as who from audit_entry
       where subject_kind = 'border_client' and subject_id = $1 order by at, id`,
      clientId,
    )
  ).map(({ action, who }) => [action, who]);

test('nobody signs before a second person has confirmed, and the trail has both', async () => {
  const { key, kid, privateKey } = await aKeyPair();
  const { id } = mustBeOk(await doors.propose(key));
  const [{ client_id: clientId }] = (await world.rows<{ client_id: string }>(
    'select client_id from border_proposal where id = $1',
    id,
  )) as [{ client_id: string }];
  const post = { client: { id: clientId } as Post['client'], key: privateKey };
  expect(await verify(post)).toBe('unknown_client');
  expect(await doors.confirm(id, doors.one)).toMatchObject({ ok: false, code: 'same_person' });
  expect(await verify(post)).toBe('unknown_client');
  expect(await doors.confirm(id)).toEqual({ ok: true, value: { clientId } });
  expect([await verify(post), await verify(post, kid)]).toEqual(['in', 'in']);
  expect(await doors.confirm(id)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await trailOf(clientId)).toEqual([
    ['border_client.registration_proposed', doors.one.accountId],
    ['border_client.registration_confirmed', doors.other.accountId],
  ]);
});

test('what is declined or taken back opens nothing, and its key may be proposed again', async () => {
  const { key } = await aKeyPair();
  for (const who of [doors.one, doors.other]) {
    const { id } = mustBeOk(await doors.propose(key));
    expect(await doors.by(who, (p, tx) => p.decline(tx, id))).toEqual({ ok: true, value: null });
    expect(await doors.confirm(id)).toMatchObject({ ok: false, code: 'wrong_state' });
  }
  expect(await doors.propose(key)).toMatchObject({ ok: true });
});

test.each([
  ['unknown_programme', { programmeCode: 'mali-usa' }],
  ['unknown_port', { ports: ['BKO', 'CDG'] }],
  ['unknown_port', { programmeCode: 'us-pilot-2025' }],
  ['unknown_port', { ports: [] }],
  ['not_a_key', { key: 'nonsense' }],
])('a border system is not proposed: %s', async (code, more) => {
  const { key } = await aKeyPair();
  const before = await world.rows('select id from border_proposal');
  const tried = await doors.propose(key, more);
  expect(tried).toMatchObject({ ok: false, code });
  expect(await world.rows('select id from border_proposal')).toHaveLength(before.length);
});

test('a key is of one border system only, also when it is revoked or only proposed', async () => {
  const post = await world.aPost();
  const pair = await doors.secondKey(post);
  await doors.endKey(post, pair.kid, 'revoked');
  const inUse = { ok: false, code: 'key_in_use' };
  expect(await doors.propose(pair.key)).toMatchObject(inUse);
  const another = await aKeyPair();
  mustBeOk(await doors.proposeKey(post, another.key));
  const third = await world.aPost();
  expect(await doors.proposeKey(third, another.key)).toMatchObject(inUse);
});

test('two keys are accepted while one follows the other, then the new one alone', async () => {
  const post = await world.aPost();
  const old = await doors.kidOf(post);
  const pair = await doors.secondKey(post);
  const next = { ...post, key: pair.privateKey };
  expect(await doors.proposeKey(post, (await aKeyPair()).key)).toMatchObject({
    code: 'enough_keys',
  });
  expect([await verify(post), await verify(post, old)]).toEqual(['in', 'in']);
  expect([await verify(next), await verify(next, pair.kid)]).toEqual(['in', 'in']);
  // The name of the other key, and of none.
  expect([await verify(next, old), await verify(next, 'mine')]).toEqual(['bad_token', 'bad_token']);
  expect(await doors.endKey(post, old, 'retired')).toEqual({ ok: true, value: null });
  expect([await verify(post), await verify(post, old)]).toEqual(['bad_token', 'bad_token']);
  expect([await verify(next), await verify(next, pair.kid)]).toEqual(['in', 'in']);
  expect(await doors.endKey(post, pair.kid, 'retired')).toMatchObject({ code: 'last_key' });
});

test('one person revokes a key at once; what is told of it is what is told of any other', async () => {
  const post = await world.aPost();
  const kid = await doors.kidOf(post);
  expect(await verify(post)).toBe('in');
  expect(await doors.endKey(post, kid, 'revoked')).toEqual({ ok: true, value: null });
  expect([await verify(post), await verify(post, kid)]).toEqual(['bad_token', 'bad_token']);
  expect(await trailOf(post.client.id)).toContainEqual([
    'border_client.key_revoked',
    doors.one.accountId,
  ]);
  const pair = await doors.secondKey(post);
  expect(await verify({ ...post, key: pair.privateKey })).toBe('in');
});

test('no key is added to a border system that was shut out meanwhile', async () => {
  const post = await world.aPost();
  const { id } = mustBeOk(await doors.proposeKey(post, (await aKeyPair()).key));
  expect(await doors.proposeKey(post, (await aKeyPair()).key)).toMatchObject({
    code: 'already_proposed',
  });
  await doors.block(post);
  expect(await doors.confirm(id)).toMatchObject({ ok: false, code: 'client_blocked' });
  expect(await doors.by(doors.other, (p, tx) => p.decline(tx, id))).toMatchObject({ ok: true });
});

test.each([
  ['retired', 'assessed', 'admitted'],
  ['revoked', 'set_aside', 'key_revoked'],
] as const)('a record signed before its key was %s is %s', async (event, state, reason) => {
  const posted = await world.aBond().withVisa();
  const post = await world.aPost();
  const kid = await doors.kidOf(post);
  const answer = await world.receive(aBatch(world.record('admitted', posted)), newId(), post);
  const { batchId } = mustBeOk(answer);
  await doors.secondKey(post);
  mustBeOk(await doors.endKey(post, kid, event));
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  const rows = await world.rows<{ state: string; reason: string | null }>(
    `select m.state, (select reason_code from movement_history h where h.owner_id = m.id
       order by seq desc limit 1) as reason from movement m where batch_id = $1`,
    batchId,
  );
  expect(rows).toEqual([{ state, reason }]);
});

test('a mark signed with a key that was revoked since does not count', async () => {
  const post = await world.aPost();
  const body = Buffer.from(JSON.stringify({ marks: [{ port: 'BKO', through: '2025-12-01' }] }));
  const reportId = newId();
  await world.rows(
    `with r as (insert into feed_report (id, client_id, idempotency_key, token, body, received_at,
         receipt) values ($1, $2, 'k', $3, $4, now(), '[]') returning id)
     insert into feed_mark (client_id, port_code, seq, report_id, complete_through, kind, received_at)
     select $2, 'BKO', 1, id, '2025-12-01', 'mark', now() from r`,
    ...[reportId, post.client.id, await borderToken(post, body), body],
  );
  mustBeOk(await doors.endKey(post, await doors.kidOf(post), 'revoked'));
  await world.worker.get(FeedProver).prove(reportId);
  expect(await world.rows('select proof from feed_mark where report_id = $1', reportId)).toEqual([
    { proof: 'key_revoked' },
  ]);
});
