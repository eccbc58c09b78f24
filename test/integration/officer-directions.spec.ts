// Directing a bond by the pages: the usual amount, another with a second person, and what is refused.
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

const directionsOf = (caseId: string) =>
  world.rows<{ id: string; state: string; amount_minor: string }>(
    `select id, state, amount_minor, proposed_by, decided_by from bond_direction
     where case_id = $1 order by id`,
    caseId,
  );
const bondsOf = (caseId: string) =>
  world.rows('select state, amount_minor from bond where case_id = $1', caseId);

test('the usual amount is asked at once: bond, deadline and mail', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const form = await awa.get(`/cases/${reference}/direct`);
  expect(form.status).toBe(200);
  const answer = await awa.post(`/cases/${reference}/direct`, {
    ...{ tier: '1000000', reason: '', step: 'confirm' },
  });
  expect(answer).toMatchObject({ status: 303, to: `/cases/${reference}?notice=directed` });
  expect(await world.stateOf('visa_case', caseId)).toBe('bond_required');
  expect(await bondsOf(caseId)).toEqual([{ state: 'required', amount_minor: '1000000' }]);
  expect(await world.mailsOf(reference)).toContain('bond_required');

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
  expect(await world.mailsOf(reference)).not.toContain('bond_required');

  const { id } = (await directionsOf(caseId))[0]!;
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
      id,
      state: 'approved',
      amount_minor: '500000',
      proposed_by: head.accountId,
      decided_by: other.accountId,
    },
  ]);
  expect(await bondsOf(caseId)).toEqual([{ state: 'required', amount_minor: '500000' }]);
  expect(await world.mailsOf(reference)).toContain('bond_required');

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
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');
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
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');
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
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');
});
