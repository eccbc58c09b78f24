// What officers do with cases, by the pages: the reply, the rows, and what leaves for others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OfficerWorld, type Visit } from './officer-world.ts';

let world: OfficerWorld;
let awa: Visit;
let head: Visit;
beforeAll(async () => {
  world = await OfficerWorld.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  head = await world.signedIn(['head_of_section'], 'Mariam Traoré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const caseRow = async (caseId: string) =>
  (
    await world.rows<{ state: string; assigned_to: string | null }>(
      'select state, assigned_to from visa_case where id = $1',
      caseId,
    )
  )[0]!;
const directionsOf = (caseId: string) =>
  world.rows<{ state: string; amount_minor: string; proposed_by: string; decided_by: string }>(
    `select state, amount_minor, proposed_by, decided_by from bond_direction
     where case_id = $1 order by id`,
    caseId,
  );
const bondsOf = (caseId: string) =>
  world.rows<{ state: string; amount_minor: string }>(
    'select state, amount_minor from bond where case_id = $1',
    caseId,
  );
const mailsAbout = async (reference: string) =>
  (
    await world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 order by id`,
      reference,
    )
  ).map((mail) => mail.template);

test('the next case is the one that has waited longest; its review begins', async () => {
  const first = await world.aSubmittedCase();
  const second = await world.aSubmittedCase();
  const answer = await awa.post('/desk/next');
  expect(answer).toMatchObject({ status: 303, to: `/cases/${first.reference}?notice=taken` });
  expect(await caseRow(first.caseId)).toEqual({ state: 'in_review', assigned_to: awa.accountId });
  expect(await caseRow(second.caseId)).toEqual({ state: 'submitted', assigned_to: null });

  const page = await awa.get(answer.to as string);
  expect(page.body).toContain('The case is assigned to you.');
  expect(page.body).toContain('Ada Example');
  expect(page.body).toContain(first.passport.number);
  expect(page.body).toContain('A wedding in Ségou');

  await awa.post('/desk/next');
  expect(await awa.post('/desk/next')).toMatchObject({ status: 303, to: '/?notice=queue_empty' });
});

test('who opens a file is in the trail, each part of it', async () => {
  const { reference } = await world.aSubmittedCase();
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

test('the usual amount is asked at once: bond, deadline and mail', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const form = await awa.get(`/cases/${reference}/direct`);
  expect(form.status).toBe(200);
  const answer = await awa.post(`/cases/${reference}/direct`, {
    ...{ tier: '1000000', reason: '', step: 'confirm' },
  });
  expect(answer).toMatchObject({ status: 303, to: `/cases/${reference}?notice=directed` });
  expect(await world.stateOf(caseId)).toBe('bond_required');
  expect(await bondsOf(caseId)).toEqual([{ state: 'required', amount_minor: '1000000' }]);
  expect(await mailsAbout(reference)).toContain('bond_required');

  const again = await awa.post(`/cases/${reference}/direct`, { tier: '1000000', step: 'confirm' });
  expect(again.to).toBe(`/cases/${reference}?notice=wrong_state`);
  expect(await bondsOf(caseId)).toHaveLength(1);
});

test('less than usual waits for a second person, who is never the first', async () => {
  const { caseId, reference } = await world.aCaseOf(head);
  const wish = { tier: '500000', reason: 'ability_to_pay', step: 'confirm' };
  const proposed = await head.post(`/cases/${reference}/direct`, wish);
  expect(proposed.to).toBe(`/cases/${reference}?notice=proposed`);
  expect(await bondsOf(caseId)).toEqual([]);
  expect(await mailsAbout(reference)).not.toContain('bond_required');

  const [{ id }] = (await world.rows<{ id: string }>(
    'select id from bond_direction where case_id = $1',
    caseId,
  )) as [{ id: string }];
  const own = await head.get(`/approvals/${id}`);
  expect(own.body).toContain('You proposed it. A second person must decide');
  expect(own.body).not.toContain(`/approvals/${id}/approve`);
  const forced = await head.post(`/approvals/${id}/approve`);
  expect(forced.to).toBe(`/approvals/${id}?notice=same_person`);
  expect(await directionsOf(caseId)).toMatchObject([{ state: 'proposed', decided_by: null }]);

  const other = await world.signedIn(['head_of_section'], 'Oumar Sow');
  const page = await other.get(`/approvals/${id}`);
  expect(page.body).toContain('$5,000');
  expect(page.body).toContain('Mariam Traoré');
  const approved = await other.post(`/approvals/${id}/approve`);
  expect(approved.to).toBe(`/cases/${reference}?notice=approved`);
  expect(await directionsOf(caseId)).toEqual([
    {
      state: 'approved',
      amount_minor: '500000',
      proposed_by: head.accountId,
      decided_by: other.accountId,
    },
  ]);
  expect(await bondsOf(caseId)).toEqual([{ state: 'required', amount_minor: '500000' }]);
  expect(await mailsAbout(reference)).toContain('bond_required');

  const late = await head.post(`/approvals/${id}/decline`, { reason: 'not_eligible' });
  expect(late.to).toBe(`/approvals/${id}?notice=wrong_state`);
  expect((await head.get(`/approvals/${id}`)).body).toContain('Approved by Oumar Sow.');
});

test('a decline needs a reason, and leaves the case under review', async () => {
  const { caseId, reference, directionId } = await world.aProposal(awa);
  const without = await head.post(`/approvals/${directionId}/decline`, { reason: '' });
  expect(without.status).toBe(422);
  expect(without.body).toContain('Select the reason for declining');
  expect(await directionsOf(caseId)).toMatchObject([{ state: 'proposed' }]);

  const reason = { reason: 'amount_not_justified' };
  const declined = await head.post(`/approvals/${directionId}/decline`, reason);
  expect(declined.to).toBe(`/cases/${reference}?notice=declined`);
  expect(await directionsOf(caseId)).toMatchObject([{ state: 'declined' }]);
  expect(await world.stateOf(caseId)).toBe('in_review');
  expect((await awa.get(`/cases/${reference}`)).body).toContain('The amount is not justified');
});

test('while a proposal waits, nothing else is decided', async () => {
  const { caseId, reference } = await world.aProposal(awa);
  const refusal = await awa.post(`/cases/${reference}/refuse`, {
    reason: 'security',
    step: 'confirm',
  });
  expect(refusal.to).toBe(`/cases/${reference}?notice=already_proposed`);
  const direction = await awa.post(`/cases/${reference}/direct`, {
    tier: '1000000',
    step: 'confirm',
  });
  expect(direction.to).toBe(`/cases/${reference}?notice=already_proposed`);
  expect(await world.stateOf(caseId)).toBe('in_review');
});

test.each([
  [{ tier: '' }, 'Select the amount of the bond', ''],
  [{ tier: '700000' }, 'Select one of the amounts of this programme', ''],
  [{ tier: '500000' }, 'Select a reason, because this is not the usual amount', '500000'],
  [{ tier: '500000', reason: 'kindness' }, 'This reason does not fit the amount', '500000'],
  [{ tier: '1000000', reason: 'minor' }, 'This reason does not fit the amount', '1000000'],
  [{ tier: '-1' }, 'Select the amount of the bond', ''],
  [{ tier: '1e6' }, 'Select the amount of the bond', ''],
])('direct %j: says what to mend, keeps it, changes nothing', async (typed, message, kept) => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const answer = await awa.post(`/cases/${reference}/direct`, typed);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(message);
  const ticked = /value="(\d+)"[^>]*checked/.exec(answer.body)?.[1] ?? '';
  expect(ticked).toBe(kept);
  expect(await directionsOf(caseId)).toEqual([]);
  expect(await world.stateOf(caseId)).toBe('in_review');
});

test('refusing needs one of the reasons; then the applicant is told', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const without = await awa.post(`/cases/${reference}/refuse`, { reason: 'because' });
  expect(without.status).toBe(422);
  expect(without.body).toContain('Select the reason for refusal');
  expect(await world.stateOf(caseId)).toBe('in_review');

  const refused = await awa.post(`/cases/${reference}/refuse`, {
    ...{ reason: 'means_not_shown', step: 'confirm' },
  });
  expect(refused.to).toBe(`/cases/${reference}?notice=refused`);
  expect(await world.stateOf(caseId)).toBe('refused');
  expect(await mailsAbout(reference)).toContain('case_refused');
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
  expect(await caseRow(caseId)).toEqual({ state: 'in_review', assigned_to: awa.accountId });

  await awa.post(`/cases/${reference}/release`);
  expect(await caseRow(caseId)).toEqual({ state: 'in_review', assigned_to: null });
  await head.post(`/cases/${reference}/take`);
  expect(await caseRow(caseId)).toEqual({ state: 'in_review', assigned_to: head.accountId });
});

test('an officer of another office reads and does not take', async () => {
  const [{ id }] = (await world.rows<{ id: string }>(
    'select id from consulate where id <> $1 limit 1',
    world.office,
  )) as [{ id: string }];
  const away = await world.signedIn(['officer'], 'Far Away', id);
  const { caseId, reference } = await world.aSubmittedCase();
  expect((await away.get(`/cases/${reference}`)).body).toContain('It belongs to another office.');
  const taken = await away.post(`/cases/${reference}/take`);
  expect(taken.to).toBe(`/cases/${reference}?notice=other_consulate`);
  expect(await caseRow(caseId)).toEqual({ state: 'submitted', assigned_to: null });
});

test('staff of all offices choose whose next case they take', async () => {
  const everywhere = await world.signedIn(['officer'], 'Every Where', null);
  const { caseId } = await world.aSubmittedCase();
  const without = await everywhere.post('/desk/next');
  expect(without.status).toBe(422);
  expect(without.body).toContain('Select the office to take a case from');
  expect(await world.stateOf(caseId)).toBe('submitted');
  expect((await everywhere.post('/desk/next', { office: world.office })).status).toBe(303);
});

test('the visa is issued after a look at what it will say', async () => {
  const held = await world.money.aHeldBond();
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
  expect(await world.stateOf(held.caseId)).toBe('visa_issued');
  const visas = await world.rows('select id from visa where case_id = $1', held.caseId);
  expect(visas).toHaveLength(1);
  expect(await mailsAbout(held.reference)).toContain('visa_issued');

  const twice = await awa.post(`/cases/${held.reference}/visa`);
  expect(twice.to).toBe(`/cases/${held.reference}?notice=wrong_state`);
});
