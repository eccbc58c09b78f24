// Whoever makes the api run statements of their own: what its login can still store, and what the
// worker makes of it.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MovementAssessor } from '#departure';
import { Persons } from '#identity';
import { clientCtx, Database, newId, Vault } from '#platform';
import { BorderClients, MovementQueries } from '#travel';
import type { TestBond } from '../support/world/bonds.ts';
import { borderToken, minutesAgo, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

type Item = ReturnType<World['record']>;

let world: World;
let travelling: TestBond;
let post: Post;
let other: Post;

beforeAll(async () => {
  world = await World.start();
  post = world.post;
  other = await world.aPost(['BKO', 'XYZ']);
  travelling = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', travelling));
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const bodyOf = (...movements: Item[]) => Buffer.from(JSON.stringify({ movements }));
const api = () => world.api;

/** As the api's login, by hand: a batch with whatever proof. */
async function storeBatch(
  clientId: string,
  proof: { token?: string; body?: Buffer; unsealed?: Buffer },
): Promise<string> {
  const id = newId();
  await api()
    .get(Database)
    .write(clientCtx(clientId, 'r'), async (tx) => {
      const place = { table: 'movement_batch', column: 'body_sealed', row: id };
      const text = proof.body?.toString('latin1');
      const sealed = text === undefined ? null : await api().get(Vault).seal(tx, id, place, text);
      await tx.query(
        `insert into movement_batch (id, client_id, idempotency_key, body_sha256, received_at,
           token, body_sealed, arrived_at)
         values ($1, $2, $3, $4, now(), $5, $6, now() - interval '1 hour')`,
        [
          ...[id, clientId, randomUUID(), createHash('sha256').digest()],
          ...[proof.token ?? null, proof.unsealed ?? sealed],
        ],
      );
    });
  return id;
}

/** As the api's login, by hand: a record as the intake would have stored it; `more` in SQL. */
async function storeRecord(clientId: string, batchId: string, item: Item, more = {}) {
  const id = newId();
  const { issuingState, number } = item.document;
  const row = {
    ...{ id, batch_id: batchId, client_id: clientId, record_id: item.recordId, kind: item.kind },
    ...{ port_code: item.port, happened_at: item.happenedAt, document_state: issuingState },
    document_token: api().get(Persons).documentToken(issuingState, number),
    ...{ document_sealed: Buffer.from('x'), content_token: Buffer.from('x') },
    ...{ state_since: new Date(), ...more },
  };
  const places = Object.keys(row).map((_, i) => `$${i + 1}`);
  await api()
    .get(Database)
    .write(clientCtx(clientId, 'r'), (tx) =>
      tx.query(
        `insert into movement (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
        Object.values(row),
      ),
    );
  return id;
}

const standing = (id: string) =>
  world.one<{ state: string; reason: string }>(
    `select m.state, h.reason_code as reason from movement m
     join lateral (select reason_code from movement_history where owner_id = m.id
       order by seq desc limit 1) h on true where m.id = $1`,
    id,
  );
const assess = (batchId: string) => world.worker.get(MovementAssessor).assessBatch(batchId);
const departure = (more = {}) => world.record('departed', travelling, more);
const moneyOf = ({ bondId }: TestBond) =>
  world.one(
    `select b.state, a.held, a.reserved, (select count(*)::int from refund) as refunds
     from bond b join ledger.account a on a.owner_id = b.id where b.id = $1`,
    bondId,
  );
const UNTOUCHED = { state: 'held', held: '1000000', reserved: '0', refunds: 0 };

async function expectAside(batchId: string, id: string, reason: string): Promise<void> {
  await assess(batchId);
  expect(await standing(id)).toEqual({ state: 'set_aside', reason });
  expect(await moneyOf(travelling)).toEqual(UNTOUCHED);
  const { officer } = world;
  const desk = await officer
    .get(Database)
    .read(world.staff.ctx, (tx) => officer.get(MovementQueries).queue(tx, 'set_aside'));
  expect(desk.rows).toContainEqual(expect.objectContaining({ id, reason }));
}

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
const old = { iat: secondsAgo(3600), exp: secondsAgo(3400) };
/** A batch for the border post's own id, with a proof that is none. */
const forgeries: [string, string, (body: Buffer) => Promise<Parameters<typeof storeBatch>[1]>][] = [
  ['without a token', 'not_signed', async (body) => ({ body })],
  ['without a body', 'not_signed', async (body) => ({ token: await borderToken(post, body) })],
  [
    ...(['signed by another key', 'signature_invalid'] as const),
    async (body) => ({ body, token: await borderToken({ ...post, key: other.key }, body) }),
  ],
  [
    ...(['with another border system’s token', 'signature_invalid'] as const),
    async (body) => ({ body, token: await borderToken(other, body) }),
  ],
  [
    ...(['with a token for another body', 'signature_invalid'] as const),
    async (body) => ({ body, token: await borderToken(post, bodyOf(departure())) }),
  ],
  [
    ...(['with a token that was over, whatever arrival is claimed', 'signature_invalid'] as const),
    async (body) => ({ body, token: await borderToken(post, body, old) }),
  ],
  [
    ...(['with a token for another address', 'signature_invalid'] as const),
    async (body) => ({ body, token: await borderToken(post, body, { aud: 'http://other' }) }),
  ],
  [
    ...(['with a body that does not open', 'signature_invalid'] as const),
    async (body) => ({ unsealed: Buffer.alloc(64), token: await borderToken(post, body) }),
  ],
];

test.each(forgeries)('a forged departure %s is set aside', async (_what, reason, proofOf) => {
  const item = departure();
  const batchId = await storeBatch(post.client.id, await proofOf(bodyOf(item)));
  await expectAside(batchId, await storeRecord(post.client.id, batchId, item), reason);
});

test.each<[string, (signed: Item) => Item]>([
  ['record', (i) => ({ ...i, recordId: randomUUID() })],
  ['kind', (i) => ({ ...i, kind: 'refused' })],
  ['port', (i) => ({ ...i, port: 'XYZ' })],
  ['moment', (i) => ({ ...i, happenedAt: minutesAgo(20) })],
  ['passport', (i) => ({ ...i, document: { ...i.document, number: 'C99999999' } })],
])('a signed departure stored with another %s is set aside', async (_what, changed) => {
  const item = departure();
  const body = bodyOf(item);
  const token = await borderToken(post, body);
  const batchId = await storeBatch(post.client.id, { token, body });
  const id = await storeRecord(post.client.id, batchId, changed(item));
  await expectAside(batchId, id, 'not_as_signed');
});

test('a record of one border system in the signed batch of another is set aside', async () => {
  const item = departure();
  const body = bodyOf(item);
  const batchId = await storeBatch(other.client.id, {
    token: await borderToken(other, body),
    body,
  });
  const id = await storeRecord(post.client.id, batchId, item);
  await expectAside(batchId, id, 'not_as_signed');
});

test('an item for a port that the border system may not report proves nothing', async () => {
  const item = departure({ port: 'CDG' });
  const body = bodyOf(item);
  const batchId = await storeBatch(post.client.id, { token: await borderToken(post, body), body });
  await expectAside(batchId, await storeRecord(post.client.id, batchId, item), 'not_as_signed');
});

test('the api’s login cannot store a record that is somebody’s or decided already', async () => {
  const batchId = await storeBatch(post.client.id, {});
  const { person, document } = await world.one<{ person: string; document: string }>(
    'select person_id as person, travel_document_id as document from visa_case where id = $1',
    travelling.caseId,
  );
  const whose = { person_id: person, document_id: document };
  for (const state of ['received', 'matched', 'assessed', 'set_aside', 'unmatched']) {
    const more = { state, ...(state !== 'received' && state !== 'unmatched' && whose) };
    const claim = state === 'received' ? { ...more, ...whose } : more;
    const tried = storeRecord(post.client.id, batchId, departure(), claim);
    await expect(tried).rejects.toThrow('row-level security');
  }
});

test('what a blocked border system reported and no rule used is set aside', async () => {
  const blocked = await world.aPost(['BKO', 'XYZ']);
  const item = departure();
  const body = bodyOf(item);
  const token = await borderToken(blocked, body);
  const batchId = await storeBatch(blocked.client.id, { token, body });
  const id = await storeRecord(blocked.client.id, batchId, item);
  const { officer } = world;
  await officer
    .get(Database)
    .write(world.staff.ctx, (tx) => officer.get(BorderClients).block(tx, blocked.client.id));
  await expectAside(batchId, id, 'client_blocked');
});

test('a departure set aside without a proof is not taken up when its admission comes', async () => {
  const posted = await world.aBond().withVisa();
  const early = await world.report(world.record('departed', posted));
  await assess(early);
  await world.rows('update movement_batch set token = null where id = $1', early);
  await world.crossed(world.record('admitted', posted));
  expect(await moneyOf(posted)).toEqual(UNTOUCHED);
  expect(await world.rows('select state from movement where batch_id = $1', early)).toEqual([
    { state: 'set_aside' },
  ]);
});

test('a late worker asks whether the token was good on arrival; the departure refunds', async () => {
  const item = departure();
  const body = bodyOf(item);
  const token = await borderToken(post, body, old);
  const batchId = await storeBatch(post.client.id, { token, body });
  const id = await storeRecord(post.client.id, batchId, item);
  // Only the administrator can say so; the trigger had the last word on the api's.
  await world.rows(
    `update movement_batch set arrived_at = now() - interval '3500 seconds' where id = $1`,
    batchId,
  );
  await assess(batchId);
  expect(await standing(id)).toEqual({ state: 'assessed', reason: 'R15a' });
  expect(await moneyOf(travelling)).toMatchObject({ state: 'cancelled', refunds: 1 });
});
