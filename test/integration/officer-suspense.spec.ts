// The treasury decides about money in suspense, by pages: each says what it will cause before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SuspenseSettling } from '#refund';
import type { Visitor } from '../support/world/sites.ts';
import { SuspenseStory } from '../support/world/suspense.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: SuspenseStory;
let ibrahim: Visitor;
let salif: Visitor;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  story = await SuspenseStory.of(world);
  ibrahim = await world.signedIn(['treasury'], 'Ibrahim Touré');
  salif = await world.signedIn(['treasury'], 'Salif Koné');
  awa = await world.signedIn(['officer'], 'Awa Keita');
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const proposalOf = (id: string) =>
  world.one<{ id: string; state: string }>(
    `select id, state from suspense_proposal where received_payment_id = $1
     order by proposed_at desc limit 1`,
    id,
  );

test('taken, returned by two people, and off the list', async () => {
  const { id, pi } = await story.stray(123_400);
  const path = `/suspense/${id}`;
  const list = await ibrahim.get('/suspense');
  expect(list.words).toContain('$1,234');
  expect(list.words).toContain('To decide');
  expect(list.body).toContain(`href="${path}"`);
  expect((await awa.get(path)).words).toContain('The treasury decides on money in suspense');

  expect((await ibrahim.post(`${path}/take`)).to).toBe(`${path}?notice=taken`);
  expect((await salif.get('/suspense')).words).toContain('Ibrahim Touré');
  const refused = await salif.post(`${path}/return`, { amountMinor: '123400' });
  expect(refused.to).toBe(`${path}?notice=taken_by_another`);

  const shown = (await ibrahim.get(`${path}/return`)).words;
  expect(shown).toContain('A second person in the treasury must approve. Nothing changes before');
  expect(shown).toContain('$1,234 goes back to the card or account it came from');
  expect(shown).toMatch(/It is promised by \d+ \w+ \d{4}/);
  expect(shown).toContain('Nobody is sent an email');
  const other = await ibrahim.post(`${path}/return`, { amountMinor: '1' });
  expect(other.to).toBe(`${path}?notice=amount_changed`);
  await ibrahim.post(`${path}/return`, { amountMinor: '123400' });
  const { id: proposal } = await proposalOf(id);
  const own = await ibrahim.get(path);
  expect(own.words).toContain('You proposed this. A second person in the treasury must approve');
  const answer = `${path}/proposals/${proposal}`;
  expect((await ibrahim.post(`${answer}/approve`)).to).toBe(`${path}?notice=same_person`);

  const asked = (await salif.get(path)).words;
  expect(asked).toContain('Proposed by Ibrahim Touré');
  expect(asked).toContain('$1,234 goes back to the card or account it came from');
  const reasonless = await salif.post(`${answer}/decline`, {});
  expect([reasonless.status, reasonless.words.includes('Select why you decline it')]).toEqual([
    ...[422, true],
  ]);
  expect((await salif.post(`${answer}/approve`)).to).toBe(`${path}?notice=approved`);
  expect((await salif.post(`${answer}/approve`)).to).toBe(`${path}?notice=wrong_state`);
  await world.worker.get(SuspenseSettling).settle(proposal);
  await world.send((await story.disbursement(id)).id);
  expect((await ibrahim.get('/suspense')).body).not.toContain(path);
  const after = await ibrahim.get(path);
  expect(after.words).toContain('Salif Koné');
  expect(after.words).toContain('Done');
  const { data } = await world.stripe<{ data: { status: string }[] }>(
    `refunds?payment_intent=${pi}`,
  );
  expect(data.map((r) => r.status)).toEqual(['succeeded']);
}, 60_000);

test('counted towards a bond: what it causes is shown, and what was typed is kept', async () => {
  const { id } = await story.stray(1_050_000);
  const bond = await world.aBond().signed();
  const path = `/suspense/${id}`;
  const wrong = await ibrahim.post(`${path}/match`, { reference: 'VB-0000-0000' });
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('Enter the reference of a case with a bond');
  expect(wrong.body).toContain('value="VB-0000-0000"');
  const missing = await ibrahim.post(`${path}/match`, { reference: '' });
  expect(missing.words).toContain('Enter the reference of the case');

  const typed = ` ${bond.reference.toLowerCase()} `;
  const confirm = await ibrahim.post(`${path}/match`, { reference: typed });
  expect(confirm.words).toContain(`$10,000 counts towards the bond of ${bond.reference}`);
  expect(confirm.words).toContain('$500 stays in suspense');
  expect(confirm.words).toContain('A second person in the treasury must approve');
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  const chosen = { reference: bond.reference, step: 'confirm' };
  expect((await ibrahim.post(`${path}/match`, chosen)).to).toBe(`${path}?notice=proposed`);
  const { id: proposal } = await proposalOf(id);
  expect((await ibrahim.get('/')).words).toContain('Suspense');
  expect((await salif.get(path)).words).toContain(`counts towards the bond of ${bond.reference}`);
  await salif.post(`${path}/proposals/${proposal}/approve`);
  await world.worker.get(SuspenseSettling).settle(proposal);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect((await ibrahim.get(path)).words).toContain('$500 in suspense');
}, 60_000);

test('kept with a reason until a day, and taken off the list until then', async () => {
  const { id } = await story.stray(5_000);
  const path = `/suspense/${id}`;
  const soon = new Date(Date.now() + 20 * 86_400_000);
  const until = {
    'until-day': `${soon.getUTCDate()}`,
    'until-month': `${soon.getUTCMonth() + 1}`,
    'until-year': `${soon.getUTCFullYear()}`,
  };
  const nothing = await ibrahim.post(`${path}/keep`, {});
  expect(nothing.words).toContain('Select why it should stay there');
  const late = await ibrahim.post(`${path}/keep`, {
    ...{ reason: 'sender_being_asked', ...until, 'until-year': '2099' },
  });
  expect(late.words).toContain('The day must be within 180 days');
  const wish = { reason: 'sender_being_asked', ...until };
  const confirm = await ibrahim.post(`${path}/keep`, wish);
  expect(confirm.words).toContain('$50 stays in suspense. No money moves.');
  const kept = await ibrahim.post(`${path}/keep`, { ...wish, step: 'confirm' });
  expect(kept.to).toBe(`${path}?notice=kept`);
  expect((await ibrahim.get('/suspense')).body).not.toContain(path);
  const all = await ibrahim.get('/suspense?show=all');
  expect(all.body).toContain(path);
  expect(all.words).toContain('In suspense until');
  expect((await ibrahim.get(`${path}?lang=fr`)).words).toContain('En attente jusqu’au');
});
