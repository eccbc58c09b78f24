// Officers end what no rule decides, by pages: each says what it will cause before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AsideSettling } from '#departure';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
let moussa: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  moussa = await world.signedIn(['head_of_section'], 'Moussa Traoré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const proposalOf = (id: string) =>
  world.one<{ id: string; state: string }>(
    'select id, state from movement_proposal where movement_id = $1 order by proposed_at desc',
    id,
  );

test('proposed, approved by the head of section, and off the list', async () => {
  const posted = await world.aBond().withVisa();
  const { id, record } = await world.aside(posted);
  const path = `/movements/aside/${id}`;
  const list = await awa.get('/movements?show=set_aside');
  expect(list.body).toContain(`href="${path}"`);
  expect(list.words).toMatch(/\btoday\b/);
  expect(list.words).toContain('Nobody');

  const shown = await awa.get(path);
  expect(shown.words).toContain(posted.passport.number);
  expect(shown.words).toContain(posted.reference);
  expect(shown.words).toContain('This traveller has a bond. A head of section must approve');
  expect(shown.words).toContain('Only a new record from the border can');
  const reasonless = await awa.post(`${path}/dismiss`);
  expect([reasonless.status, reasonless.words.includes('Select why it should not count')]).toEqual([
    ...[422, true],
  ]);
  const dismissed = await awa.post(`${path}/dismiss`, { reason: 'record_in_error' });
  expect(dismissed.to).toBe(`${path}?notice=proposed`);
  expect((await moussa.get('/movements?show=set_aside')).words).toContain('Awa Keita');
  const { id: proposal } = await proposalOf(id);
  const answer = `${path}/proposals/${proposal}`;
  expect((await awa.get(path)).words).toContain('You proposed to dismiss this record');
  expect((await awa.post(`${answer}/approve`)).status).toBe(403);

  const asked = await moussa.get(path);
  expect(asked.words).toContain('Awa Keita proposes to dismiss this record');
  const why = await moussa.post(`${answer}/decline`);
  expect([why.status, why.words.includes('Select why you decline it')]).toEqual([422, true]);
  expect((await moussa.post(`${answer}/approve`)).to).toBe(`${path}?notice=approved`);
  await world.worker.get(AsideSettling).settle(proposal);
  expect((await awa.get('/movements?show=set_aside')).body).not.toContain(path);
  const after = await awa.get(path);
  expect(after.words).toContain('This record no longer waits for an officer');
  expect(after.words).toContain('Moussa Traoré');
  const opened = await world.rows(
    `select 1 from audit_entry where action = 'personal_data.opened'
       and details->>'table' = 'movement_batch'`,
  );
  expect(opened.length).toBeGreaterThan(0);
  expect(record.recordId).toBeDefined();
});

test('declined, and the record waits again', async () => {
  const { id } = await world.aside(await world.aBond().withVisa());
  const path = `/movements/aside/${id}`;
  await awa.post(`${path}/dismiss`, { reason: 'another_person' });
  const { id: proposal } = await proposalOf(id);
  const declined = await moussa.post(`${path}/proposals/${proposal}/decline`, {
    declineReason: 'may_be_ours',
  });
  expect(declined.to).toBe(`${path}?notice=declined`);
  expect((await awa.get(path)).words).toContain('It may be about one of our travellers');
  expect((await awa.post(`${path}/assess`)).to).toBe(`${path}?notice=asked_again`);
  await world.worker.get(AsideSettling).settle((await proposalOf(id)).id);
  expect((await awa.get(`${path}?lang=fr`)).words).toContain('Sans changement');
});
