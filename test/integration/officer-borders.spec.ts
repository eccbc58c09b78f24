// The administrators' pages of border systems: what is shown, what is refused and how it is mended.
import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { aKeyPair } from '../support/world/border.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let one: Visitor;
let other: Visitor;
beforeAll(async () => {
  world = await World.start();
  one = await world.signedIn(['administrator'], 'Salif Maïga');
  other = await world.signedIn(['administrator'], 'Oumou Diakité');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const HOME = '/border-clients';
const typed = { name: 'Kourémalé road', programme: 'mali-us', ports: 'bko' };
const propose = (by: Visitor, more: object) => by.post(HOME, { ...typed, ...more }, `${HOME}/new`);
const lastOf = (address: unknown) => String(address).split('?')[0]!;

test('one proposes, sees that another has to confirm, and the other does', async () => {
  const { key, kid } = await aKeyPair();
  const proposed = await propose(one, { key });
  expect(proposed.status).toBe(303);
  const page = lastOf(proposed.to);
  const mine = (await one.get(String(proposed.to))).body;
  expect(mine).toContain('Another administrator must confirm it.');
  expect(mine).toContain('Waiting for another person');
  expect(mine).not.toContain(`action="${page}/confirm"`);
  expect(mine.replaceAll('<wbr/>', '')).toContain(kid);
  expect((await one.post(`${page}/confirm`, {}, page)).to).toBe(`${page}?notice=same_person`);
  expect((await other.get('/')).body).toContain('Border systems to confirm');

  const theirs = (await other.get(page)).body;
  expect(theirs).toContain('You state that you have compared the key ID');
  const confirmed = await other.post(`${page}/confirm`, {}, page);
  expect(confirmed.to).toMatch(/^\/border-clients\/[0-9a-f-]{36}\?notice=confirmed$/);
  const shown = (await other.get(String(confirmed.to))).body;
  for (const text of ['Kourémalé road', 'Connected', 'BKO', 'Accepted', 'Never']) {
    expect(shown).toContain(text);
  }
  const list = (await one.get(HOME)).body;
  expect(list).toContain(`${kid.slice(0, 12)}…`);
  expect(list).not.toContain(page);
});

test('PEM is taken as well, and a private key is refused and not sent back', async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const pem = await exportPKCS8(privateKey);
  expect(createPrivateKey(pem).asymmetricKeyType).toBe('ed25519');
  const refused = await propose(one, { key: pem });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('This is a private key');
  expect(refused.body).not.toContain('BEGIN PRIVATE KEY');
  const taken = await propose(one, { key: await exportSPKI(publicKey) });
  expect(taken.status).toBe(303);
  const page = lastOf(taken.to);
  expect((await one.post(`${page}/decline`, {}, page)).to).toBe(`${HOME}?notice=declined`);
  expect((await other.post(`${page}/confirm`, {}, page)).to).toBe(`${page}?notice=wrong_state`);
});

test.each([
  [{ name: '' }, 'Enter a name of 100 characters or fewer'],
  [{ programme: '' }, 'Select the programme whose travellers it reports'],
  [{ programme: 'mali-usa' }, 'Select the programme whose travellers it reports'],
  [{ ports: '' }, 'Enter the codes of its ports, for example BKO'],
  [{ ports: 'BKO CDG' }, 'Enter codes of ports of this programme'],
  [{ key: '' }, 'Enter the public key as PEM or as a JWK'],
  [{ key: '{"kty":"OKP"}' }, 'Enter the public key as PEM or as a JWK'],
])('%j: the page names the field and keeps what was typed', async (wrong, message) => {
  const { key } = await aKeyPair();
  const answer = await propose(one, { key, ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(message);
  if (!('name' in wrong)) expect(answer.body).toContain('value="Kourémalé road"');
});

test('the next key is proposed, confirmed, and the old one retired; then the client is blocked', async () => {
  const { client } = await world.aPost();
  const page = `${HOME}/${client.id}`;
  const { key } = await aKeyPair();
  const again = await one.post(`${page}/keys`, { key: 'nonsense' }, page);
  expect([again.status, again.body.includes('Enter the public key as PEM')]).toEqual([422, true]);
  const proposed = lastOf((await one.post(`${page}/keys`, { key }, page)).to);
  expect((await one.get(page)).body).toContain('A proposal is waiting for a second person');
  expect((await other.post(`${proposed}/confirm`, {}, proposed)).to).toBe(
    `${page}?notice=confirmed`,
  );
  expect((await one.get(page)).body).toContain('Two keys are accepted.');
  const [old] = await world.rows<{ id: string }>(
    'select id from border_key where client_id = $1 order by added_at limit 1',
    client.id,
  );
  const retire = `${page}/keys/${old!.id}/retire`;
  expect((await one.post(retire, {}, page)).to).toBe(`${page}?notice=retired`);
  expect((await one.post(retire, {}, page)).to).toBe(`${page}?notice=wrong_state`);
  const retired = (await one.get(page)).body;
  expect(retired).toContain('Retired');
  expect(retired).toContain('Salif Maïga');
  const revoke = `${page}/keys/${old!.id}/revoke`;
  expect((await other.post(revoke, {}, page)).to).toBe(`${page}?notice=revoked`);
  expect((await one.post(`${page}/block`, {}, page)).to).toBe(`${page}?notice=blocked`);
  const blocked = (await one.get(page)).body;
  expect(blocked).toContain('This system is blocked');
  expect(blocked).not.toContain(`action="${page}/keys"`);
});

test('when a border system was heard of last is shown', async () => {
  const { client } = world.post;
  const posted = await world.aBond().withVisa();
  await world.report(world.record('admitted', posted));
  const [row] = await world.rows<{ day: string }>(
    `select to_char(max(received_at) at time zone 'UTC', 'FMDD FMMonth YYYY') as day
     from movement_batch where client_id = $1`,
    client.id,
  );
  const { body } = await one.get(`${HOME}/${client.id}`);
  expect(body).toContain(row!.day);
});

test('an address to be told at: refused with its mend, proposed, confirmed by another, stopped', async () => {
  const { client } = await world.aPost();
  const home = `${HOME}/${client.id}`;
  const wrong = await one.post(`${home}/callback`, { address: 'http://border.example/' });
  expect([wrong.status, wrong.words.includes('The address must begin with https://')]).toEqual([
    ...[422, true],
  ]);
  expect(wrong.body).toContain('value="http://border.example/"');
  const proposed = await one.post(`${home}/callback`, { address: 'https://border.example/told' });
  const page = lastOf(proposed.to);
  expect((await other.get(page)).words).toContain('https://border.example/told');
  expect((await one.post(`${page}/confirm`, {}, page)).to).toBe(`${page}?notice=same_person`);
  await other.post(`${page}/confirm`, {}, page);
  expect((await one.get(home)).words).toContain('Current address: https://border.example/told');
  expect((await one.post(`${home}/callback/stop`)).to).toBe(`${home}?notice=callback_stopped`);
  expect((await one.get(home)).words).not.toContain('Current address');
});
