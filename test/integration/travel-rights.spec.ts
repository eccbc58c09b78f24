// Who sees and changes border records.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientCtx, Database, newId, visitorCtx } from '#platform';
import { type BorderClient } from '#travel';
import { signedInCtx } from '../support/signed-in.ts';
import { aBatch, aRecord } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let client: BorderClient;

beforeAll(async () => {
  world = await World.start();
  ({ client } = world.post);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('a border system sees its own records only; portal and visitors see none', async () => {
  const other = await world.aPost();
  await world.receive(aBatch(aRecord()));
  const seen = (ctx: Parameters<Database['read']>[0]) =>
    world.api.get(Database).read(ctx, async (tx) => {
      const rows = await tx.query<{ client_id: string }>(
        'select client_id from movement union select client_id from movement_batch',
      );
      return rows.map((r) => r.client_id);
    });
  expect(await seen(clientCtx(client.id, 'r'))).toEqual([client.id]);
  expect(await seen(clientCtx(other.client.id, 'r'))).toEqual([]);
  expect(await seen(visitorCtx('r'))).toEqual([]);
  const asPerson = seen(await signedInCtx(world.db, client.id, 'applicant'));
  await expect(asPerson).rejects.toThrow('permission denied for function enter');
  for (const table of ['movement', 'movement_batch', 'border_client']) {
    const read = world.portal
      .get(Database)
      .read(visitorCtx('r'), (tx) => tx.query(`table ${table}`));
    await expect(read).rejects.toThrow('permission denied');
  }
  const forged = world.api.get(Database).write(clientCtx(other.client.id, 'r'), (tx) =>
    tx.query(
      `insert into movement_batch (id, client_id, idempotency_key, body_sha256, received_at)
       values ($1, $2, 'k', $3, now())`,
      [newId(), client.id, createHash('sha256').digest()],
    ),
  );
  await expect(forged).rejects.toThrow('row-level security');
});

test('the api may not say what became of a record, nobody may change its history', async () => {
  const tries = ["update movement set state = 'assessed'", 'delete from movement'];
  for (const sql of tries) {
    const tried = world.api.get(Database).write(clientCtx(client.id, 'r'), (tx) => tx.query(sql));
    await expect(tried).rejects.toThrow('permission denied');
  }
  await expect(world.db.admin.query('delete from movement_history')).rejects.toMatchObject({
    code: 'VB009',
  });
});
