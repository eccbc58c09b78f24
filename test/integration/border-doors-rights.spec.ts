// What no program of ours can write about border systems, whatever its code does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { BorderDoors } from '../support/border-doors.ts';
import { somebody } from '../support/signed-in.ts';
import { aKeyPair, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let doors: BorderDoors;
beforeAll(async () => {
  world = await World.start();
  doors = await BorderDoors.of(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));

test('the officers’ site lets in nobody and no key that two people did not confirm', async () => {
  const { key, kid } = await aKeyPair();
  const post = await world.aPost();
  const sql = (text: string, ...params: unknown[]) =>
    world.asOfficer(doors.one, (tx) => tx.query(text, params));
  const client = `insert into border_client (id, name, programme_code, ports)
    values ($1, 'Mine', 'mali-us', '{BKO}')`;
  await expect(sql(client, newId())).rejects.toThrow('two people let it in');
  const add = 'insert into border_key (id, client_id, kid, public_jwk) values ($1, $2, $3, $4)';
  const mine = [newId(), post.client.id, kid, JSON.parse(key) as object];
  await expect(sql(add, ...mine)).rejects.toThrow('two people let it in');
  mustBeOk(await doors.proposeKey(post, key));
  await expect(sql(add, ...mine)).rejects.toThrow('two people let it in');
  const declined = `update border_proposal set state = 'declined', decided_by = $1,
    decided_at = now() where kid = $2 returning id`;
  await expect(sql(declined, doors.other.accountId, kid)).rejects.toThrow('own name');
  const proposed = `insert into border_proposal (id, kind, client_id, kid, public_jwk, state,
      proposed_by, proposed_at)
    select $1, kind, $2, kid, public_jwk, 'proposed', $3, now() from border_proposal where kid = $4`;
  await expect(sql(proposed, newId(), newId(), doors.other.accountId, kid)).rejects.toThrow(
    'own name',
  );
  const again = `update border_client set state = 'active' where id = $1`;
  await expect(sql(again, post.client.id)).rejects.toThrow('nobody again');
  const back = `update border_key set state = 'active' where client_id = $1`;
  await expect(sql(back, post.client.id)).rejects.toThrow('two people let it in');
});

test('who is no administrator opens and closes nothing', async () => {
  const post = await world.aPost();
  const head = await somebody(world.db, 'staff');
  await world.rows(
    `delete from account_role where account_id = $1 and role = 'administrator'`,
    head.accountId,
  );
  const { key } = await aKeyPair();
  const wish = { name: 'Mine', programmeCode: 'mali-us', ports: ['BKO'], key };
  const needs = 'needs administrator';
  await expect(doors.by(head, (p, tx) => p.proposeClient(tx, wish))).rejects.toThrow(needs);
  await expect(doors.endKey(post, await doors.kidOf(post), 'revoked', head)).rejects.toThrow(needs);
  await expect(doors.block(post, head)).rejects.toThrow(needs);
});

test('the database keeps no private half, and no key under another’s name', async () => {
  const post = await world.aPost();
  const [{ publicJwk, kid }, another] = [await stored(post), await aKeyPair()];
  const add = (name: string, jwk: object) =>
    world.rows(
      'insert into border_key (id, client_id, kid, public_jwk) values ($1, $2, $3, $4)',
      ...[newId(), post.client.id, name, jwk],
    );
  const full = { ...(JSON.parse(another.key) as object), d: 'secret' };
  await expect(add(another.kid, full)).rejects.toThrow('border_key_public');
  await expect(add(kid, JSON.parse(another.key) as object)).rejects.toThrow('border_key_kid');
  await expect(add(kid, publicJwk)).rejects.toThrow('border_key_once');
});

async function stored({ client }: Post) {
  const [row] = await world.rows<{ kid: string; publicJwk: object }>(
    'select kid, public_jwk as "publicJwk" from border_key where client_id = $1',
    client.id,
  );
  return row!;
}
