// Batches as they arrive: a receipt per item, each record once, and limits.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk, Temporal } from '#kernel';
import { aBatch, aRecord } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** Jobs that will assess this batch. */
const jobsFor = async (batchId: string): Promise<number> => {
  const sql = `select 1 from pgboss.job where name = 'movements.assess' and data->>'batchId' = $1`;
  return (await world.rows(sql, batchId)).length;
};

test('a batch is stored with a receipt per item, sealed, and one job', async () => {
  const good = aRecord();
  const receipt = mustBeOk(
    await world.receive(
      aBatch(
        good,
        aRecord({ port: 'CDG', kind: 'left' }),
        { recordId: 'x' },
        'text',
        aRecord({ x: 1 }),
      ),
    ),
  );
  expect(receipt.items).toEqual([
    {
      ...{ index: 0, recordId: good.recordId, result: 'accepted' },
      movementId: expect.any(String),
    },
    {
      ...{ index: 1, recordId: expect.any(String), result: 'rejected', code: 'invalid' },
      errors: [{ field: 'kind', message: 'must be one of admitted, departed, refused, deleted' }],
    },
    {
      ...{ index: 2, recordId: 'x', result: 'rejected', code: 'invalid' },
      errors: expect.arrayContaining([expect.objectContaining({ field: 'document' })]),
    },
    {
      ...{ index: 3, recordId: null, result: 'rejected', code: 'invalid' },
      errors: [{ field: '', message: 'must be an object' }],
    },
    {
      ...{ index: 4, recordId: expect.any(String), result: 'rejected', code: 'invalid' },
      errors: [{ field: 'x', message: 'is not a field of a movement' }],
    },
  ]);
  const { rows } = await world.db.admin.query<Record<string, Buffer>>(
    'select * from movement where batch_id = $1',
    [receipt.batchId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ state: 'received', port_code: 'BKO', person_id: null });
  expect(JSON.stringify(rows[0])).not.toContain('C10000001');
  expect(rows[0]!.document_sealed!.toString('latin1')).not.toContain('C10000001');
  expect(await jobsFor(receipt.batchId)).toBe(1);
});

test('the same call again is answered as before; with another body it is refused', async () => {
  const [call, body] = [randomUUID(), aBatch(aRecord(), aRecord())];
  const first = mustBeOk(await world.receive(body, call));
  const again = mustBeOk(await world.receive(body, call));
  expect(again).toEqual({ ...first, replayed: true });
  expect(await world.receive(aBatch(aRecord()), call)).toMatchObject({
    code: 'key_reused_with_other_body',
  });
  const other = await world.aPost();
  expect((await world.receive(aBatch(aRecord()), call, other)).ok).toBe(true);
  expect(await jobsFor(first.batchId)).toBe(1);
});

test('ten identical calls at once: one batch, one answer', async () => {
  const [call, body] = [randomUUID(), aBatch(aRecord(), aRecord(), aRecord())];
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.receive(body, call)));
  const receipts = answers.map((a) => mustBeOk(a));
  expect(new Set(receipts.map((r) => r.batchId)).size).toBe(1);
  expect(receipts.filter((r) => !r.replayed)).toHaveLength(1);
  for (const { items } of receipts) expect(items).toEqual(receipts[0]!.items);
});

test('the same record again is a duplicate; changed, it is rejected; the first stands', async () => {
  const today = Temporal.Now.plainDateISO('UTC');
  const record = aRecord({ authorisedUntil: `${today.add({ days: 30 })}` });
  const first = mustBeOk(await world.receive(aBatch(record, record)));
  expect(first.items.map((i) => i.result)).toEqual(['accepted', 'duplicate']);
  const { movementId } = first.items[0]!;
  const sameMoment = new Date(record.happenedAt).toISOString().replace('Z', '+00:00');
  const again = mustBeOk(
    await world.receive(
      aBatch(
        {
          ...record,
          happenedAt: sameMoment,
          document: { issuingState: 'USA', number: 'c 10000001' },
        },
        { ...record, authorisedUntil: `${today.add({ days: 31 })}` },
        { ...record, document: { issuingState: 'USA', number: 'C10000002' } },
      ),
    ),
  );
  expect(again.items[0]).toMatchObject({ result: 'duplicate', movementId });
  for (const i of again.items.slice(1)) {
    expect(i).toMatchObject({ result: 'rejected', code: 'record_changed' });
    expect(i.errors![0]).toMatchObject({ field: 'recordId' });
  }
  expect(await jobsFor(again.batchId)).toBe(0);
});

test('two batches with the same records in opposite orders do not stop each other', async () => {
  const records = Array.from({ length: 40 }, () => aRecord());
  const answers = await Promise.all([
    ...[world.receive(aBatch(...records)), world.receive(aBatch(...records.toReversed()))],
    ...[world.receive(aBatch(...records)), world.receive(aBatch(...records.toReversed()))],
  ]);
  const results = answers.flatMap((a) => mustBeOk(a).items.map((i) => i.result));
  expect(results.filter((r) => r === 'accepted')).toHaveLength(40);
  expect(results.filter((r) => r === 'duplicate')).toHaveLength(120);
});

test.each([
  ['no JSON', Buffer.from('{'), 'not_a_batch'],
  ['no list', Buffer.from('{"movements": {}}'), 'not_a_batch'],
  ['an empty list', aBatch(), 'not_a_batch'],
  ['null', Buffer.from('null'), 'not_a_batch'],
  ['1,001 items', aBatch(...Array.from({ length: 1001 }, () => 1)), 'too_many_items'],
  ['more than 1,000,000 bytes', Buffer.alloc(1_000_001, 32), 'body_too_large'],
])('%s is refused and nothing is kept', async (_what, body, code) => {
  const before = await world.db.admin.query('select count(*) from movement_batch');
  expect(await world.receive(body)).toMatchObject({ ok: false, code });
  const after = await world.db.admin.query('select count(*) from movement_batch');
  expect(after.rows).toEqual(before.rows);
});

test('1,000 items are taken at once', async () => {
  const receipt = mustBeOk(
    await world.receive(aBatch(...Array.from({ length: 1000 }, () => aRecord()))),
  );
  expect(receipt.items.every((i) => i.result === 'accepted')).toBe(true);
});
