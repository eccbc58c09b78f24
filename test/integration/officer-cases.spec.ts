// What officers do with cases, by the pages: the reply, the rows, and what leaves for others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
let head: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  head = await world.signedIn(['head_of_section'], 'Mariam Traoré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

test('the next case is the one that has waited longest; its review begins', async () => {
  const first = await world.aCase().submitted();
  const second = await world.aCase().submitted();
  const answer = await awa.post('/desk/next');
  expect(answer).toMatchObject({ status: 303, to: `/cases/${first.reference}?notice=taken` });
  expect(await world.caseRow(first.caseId)).toMatchObject({
    state: 'in_review',
    assigned_to: awa.accountId,
  });
  expect(await world.caseRow(second.caseId)).toMatchObject({
    state: 'submitted',
    assigned_to: null,
  });

  const page = await awa.get(answer.to as string);
  expect(page.body).toContain('The case is assigned to you.');
  expect(page.body).toContain('Ada Example');
  expect(page.body).toContain(first.passport.number);
  expect(page.body).toContain('A wedding in Ségou');

  await awa.post('/desk/next');
  expect(await awa.post('/desk/next')).toMatchObject({ status: 303, to: '/?notice=queue_empty' });
});

test('who opens a file is in the trail, each part of it', async () => {
  const { reference } = await world.aCase().submitted();
  const before = await openings();
  await awa.get(`/cases/${reference}`);
  expect((await openings()) - before).toBe(3);
});

const openings = async () =>
  Number(
    (
      await world.rows<{ n: string }>(
        `select count(*) as n from audit_entry where action = 'personal_data.opened'
           and actor_id = $1 and details->>'purpose' = 'case_review'`,
        awa.accountId,
      )
    )[0]!.n,
  );

test('refusing needs one of the reasons; then the applicant is told', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const without = await awa.post(`/cases/${reference}/refuse`, { reason: 'because' });
  expect(without.status).toBe(422);
  expect(without.body).toContain('Select the reason for refusal');
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');

  const refused = await awa.post(`/cases/${reference}/refuse`, {
    ...{ reason: 'means_not_shown', step: 'confirm' },
  });
  expect(refused.to).toBe(`/cases/${reference}?notice=refused`);
  expect(await world.stateOf('visa_case', caseId)).toBe('refused');
  expect(await world.mailsOf(reference)).toContain('case_refused');
});

test('only who holds the case decides it; another takes it after it was released', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const taken = await head.post(`/cases/${reference}/take`);
  expect(taken.to).toBe(`/cases/${reference}?notice=held_by_another`);
  const direction = await head.post(`/cases/${reference}/direct`, {
    tier: '1000000',
    step: 'confirm',
  });
  expect(direction.to).toBe(`/cases/${reference}?notice=not_held_by_you`);
  expect((await head.post(`/cases/${reference}/release`)).to).toContain('not_held_by_you');
  expect(await world.caseRow(caseId)).toMatchObject({
    state: 'in_review',
    assigned_to: awa.accountId,
  });

  await awa.post(`/cases/${reference}/release`);
  expect(await world.caseRow(caseId)).toMatchObject({ state: 'in_review', assigned_to: null });
  await head.post(`/cases/${reference}/take`);
  expect(await world.caseRow(caseId)).toMatchObject({
    state: 'in_review',
    assigned_to: head.accountId,
  });
});

test('an officer of another consulate reads and does not take', async () => {
  const { id } = await world.one<{ id: string }>(
    'select id from consulate where id <> $1 limit 1',
    world.consulateId,
  );
  const away = await world.signedIn(['officer'], 'Far Away', id);
  const { caseId, reference } = await world.aCase().submitted();
  expect((await away.get(`/cases/${reference}`)).body).toContain(
    'It belongs to another consulate.',
  );
  const taken = await away.post(`/cases/${reference}/take`);
  expect(taken.to).toBe(`/cases/${reference}?notice=other_consulate`);
  expect(await world.caseRow(caseId)).toMatchObject({ state: 'submitted', assigned_to: null });
});

test('staff of all consulates choose whose next case they take', async () => {
  const everywhere = await world.signedIn(['officer'], 'Every Where', null);
  const { caseId } = await world.aCase().submitted();
  const without = await everywhere.post('/desk/next');
  expect(without.status).toBe(422);
  expect(without.body).toContain('Select the consulate to take a case from');
  expect(await world.stateOf('visa_case', caseId)).toBe('submitted');
  expect((await everywhere.post('/desk/next', { consulate: world.consulateId })).status).toBe(303);
});

test('the visa is issued after a look at what it will say', async () => {
  const held = await world.aBond().held();
  await world.rows(
    'update visa_case set assigned_to = $2 where id = $1',
    held.caseId,
    awa.accountId,
  );
  const page = await awa.get(`/cases/${held.reference}/visa`);
  expect(page.body).toContain('Bamako');
  expect(page.body).toContain('30-day stay');
  const issued = await awa.post(`/cases/${held.reference}/visa`);
  expect(issued.to).toBe(`/cases/${held.reference}?notice=visa_issued`);
  expect(await world.stateOf('visa_case', held.caseId)).toBe('visa_issued');
  const visas = await world.rows('select id from visa where case_id = $1', held.caseId);
  expect(visas).toHaveLength(1);
  expect(await world.mailsOf(held.reference)).toContain('visa_issued');

  const twice = await awa.post(`/cases/${held.reference}/visa`);
  expect(twice.to).toBe(`/cases/${held.reference}?notice=wrong_state`);
});
