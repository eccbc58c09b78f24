// Before directing, correcting, refusing and issuing: a page that says what it will cause, with nothing
// chosen beforehand and nothing done.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const asked = (caseId: string) =>
  world.rows<{ amount_minor: string; state: string }>(
    'select amount_minor, state from bond where case_id = $1',
    caseId,
  );
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ');

test('directing: nothing is chosen, what it causes is said, and it is done once confirmed', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const path = `/cases/${reference}/direct`;
  expect((await awa.get(path)).body).not.toMatch(/\bchecked\b/);

  const last = await awa.post(path, { tier: '1000000', reason: '' });
  expect(last.status).toBe(200);
  expect(plain(last.body)).toContain('Nothing has happened yet');
  expect(plain(last.body)).toContain(
    'The applicant is immediately sent an email asking for $10,000',
  );
  expect(plain(last.body)).toMatch(
    /posted by \d+ \w+ \d{4} at 23:59 UTC\S*, the end of the day in \w+/,
  );
  expect(await asked(caseId)).toEqual([]);
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');

  const lower = await awa.post(path, { tier: '500000', reason: 'minor' });
  expect(plain(lower.body)).toContain('must approve $5,000: a head of section');
  expect(plain(lower.body)).not.toContain('asking for $10,000');
  const back = await awa.post(path, { tier: '500000', reason: 'minor', step: 'change' });
  expect(back.body).toMatch(/value="500000"[^>]*checked/);
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');

  const done = await awa.post(path, { tier: '1000000', reason: '', step: 'confirm' });
  expect(done.to).toBe(`/cases/${reference}?notice=directed`);
  expect(await asked(caseId)).toEqual([{ amount_minor: '1000000', state: 'required' }]);
});

test('refusing: the reason is shown once more, and the case is over only once confirmed', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  const path = `/cases/${reference}/refuse`;
  expect((await awa.get(path)).body).not.toMatch(/\bchecked\b/);
  const last = await awa.post(path, { reason: 'means_not_shown' });
  expect(last.status).toBe(200);
  expect(plain(last.body)).toContain('can read this reason in the case');
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');
  expect((await awa.post(path, { reason: 'means_not_shown', step: 'confirm' })).to).toBe(
    `/cases/${reference}?notice=refused`,
  );
  expect(await world.stateOf('visa_case', caseId)).toBe('refused');
});

test('a bond is corrected by the pages until it is signed, and the history says so', async () => {
  const { caseId, reference } = await world.aCaseOf(awa);
  await awa.post(`/cases/${reference}/direct`, { tier: '1000000', step: 'confirm' });
  expect((await awa.get(`/cases/${reference}`)).body).toContain(`/cases/${reference}/correct`);
  const path = `/cases/${reference}/correct`;
  expect((await awa.get(path)).body).not.toMatch(/\bchecked\b/);
  const none = await awa.post(path, { tier: '1000000', why: 'entry_error' });
  expect(none.status).toBe(422);
  expect(none.body).toContain('This is the same as the current bond');
  expect((await awa.post(path, { tier: '500000', reason: 'minor' })).body).toContain(
    'Select the reason for the correction',
  );
  const wish = { tier: '500000', reason: 'minor', why: 'entry_error' };
  const last = await awa.post(path, wish);
  expect(plain(last.body)).toContain('$10,000 still applies');
  const proposed = await awa.post(path, { ...wish, step: 'confirm' });
  expect(proposed.to).toBe(`/cases/${reference}?notice=correction_proposed`);
  expect(await asked(caseId)).toEqual([{ amount_minor: '1000000', state: 'required' }]);

  const head = await world.signedIn(['head_of_section'], 'Mariam Traoré');
  const [{ id }] = (await world.rows<{ id: string }>(
    `select id from bond_direction where case_id = $1 and state = 'proposed'`,
    caseId,
  )) as [{ id: string }];
  expect((await head.get(`/approvals/${id}`)).body).toContain('The wrong amount was entered');
  await head.post(`/approvals/${id}/approve`);
  expect(await asked(caseId)).toEqual([{ amount_minor: '500000', state: 'required' }]);
  const page = plain((await awa.get(`/cases/${reference}`)).body);
  expect(page).toContain('Bond corrected before anybody signed');
  expect(page).toContain('Lower amount approved: $5,000');
});
