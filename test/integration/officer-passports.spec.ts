// Whose passport it is, on the officers' pages (R32).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Applying } from '#application';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { somebody } from '../support/signed-in.ts';
import { declaration } from '../support/world/cases.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';
import { passportLines, type Traveller } from '../support/traveller.ts';

let world: World;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer']);
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const pageOf = async (reference: string, who = awa) => (await who.get(`/cases/${reference}`)).body;
const take = async (reference: string) =>
  expect((await awa.post(`/cases/${reference}/take`)).status).toBe(303);

/** Another account's case with the same passport. */
async function aRival(number: string) {
  const { portal } = world;
  const applicant = await somebody(world.db, 'applicant');
  const { accountId, contactPointId } = applicant;
  return portal.get(Database).write(applicant.ctx, async (tx) => {
    const wish = { accountId, contactPointId, programmeCode: 'mali-us', language: 'en' } as const;
    const opened = mustBeOk(
      await portal.get(Applying).open(tx, { ...wish, consulateId: world.consulateId }),
    );
    return mustBeOk(await portal.get(Applying).submit(tx, opened.id, declaration({ number })));
  });
}

test('the passport is confirmed with one press, and only then a bond can be directed', async () => {
  const { reference } = await world.aCase().submitted();
  await take(reference);
  const before = await pageOf(reference);
  expect(before).toContain('Not confirmed yet');
  expect(before).toContain('Confirm the passport first.');
  expect(await awa.get(`/cases/${reference}/direct`)).toMatchObject({
    to: `/cases/${reference}?notice=passport_not_confirmed`,
  });
  const tier = { tier: '1000000' };
  expect(await awa.post(`/cases/${reference}/direct`, tier)).toMatchObject({
    to: `/cases/${reference}?notice=passport_not_confirmed`,
  });
  const pressed = await awa.post(`/cases/${reference}/passport/confirm`);
  expect(pressed.to).toBe(`/cases/${reference}?notice=passport_confirmed`);
  const after = await pageOf(reference);
  expect(after).toMatch(/Confirmed<\/strong> By Awa Keita on/);
  expect(after).toContain('Passport confirmed');
  expect((await awa.get(`/cases/${reference}/direct`)).status).toBe(200);
});

test('who names the same passport is shown, and it is taken from them only with a reason', async () => {
  const first = await world.aCaseOf(awa);
  const rival = await aRival(first.passport.number);
  await take(rival.reference);
  const page = await pageOf(rival.reference);
  expect(page).toContain('Other cases also use this passport');
  expect(page).toContain(`/cases/${first.reference}`);
  expect(page).toContain('It is confirmed for that traveller.');
  const confirm = `/cases/${rival.reference}/passport/confirm`;
  expect((await awa.post(confirm)).to).toBe(
    `/cases/${rival.reference}?notice=held_by_another_traveller`,
  );
  expect((await awa.post(confirm, { reason: 'because' })).to).toContain('unknown_reason');
  expect((await awa.post(confirm, { reason: 'shown_in_person' })).to).toContain(
    'passport_confirmed',
  );
  expect(await pageOf(rival.reference)).toContain('This traveller showed the passport in person');
  const lost = await pageOf(first.reference);
  expect(lost).toContain('Passport reassigned to another traveller');
  expect(lost).toContain('Not confirmed yet');
});

test('a renewal is recorded with a reason; what is wrong is named and what was typed is kept', async () => {
  const posted = await world.aBond().withVisa();
  const url = `/cases/${posted.reference}/passport/renewal`;
  expect(await pageOf(posted.reference)).toContain(url);
  const typed = {
    number: 'Ж1234567',
    ...{ 'expiresOn-day': '31', 'expiresOn-month': '1', 'expiresOn-year': '2036' },
  };
  const wrong = await awa.post(url, typed);
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Select why the traveller has a new passport');
  expect(wrong.body).toContain('letters A to Z and digits');
  expect(wrong.body).toContain('value="Ж1234567"');
  const good = { ...typed, number: 'X7654321', reason: 'damaged' };
  expect((await awa.post(url, good)).to).toContain('passport_renewed');
  expect(await pageOf(posted.reference)).toContain('USA X7654321');
});

test('a departure on another passport than at entry shows both on the page of the case', async () => {
  const posted = await world.aBond().withVisa();
  const url = `/cases/${posted.reference}/passport/renewal`;
  const day = { 'expiresOn-day': '31', 'expiresOn-month': '1', 'expiresOn-year': '2036' };
  await awa.post(url, { ...day, number: 'X7654399', reason: 'lost_or_stolen' });
  await world.crossed(world.record('admitted', posted));
  const other = { ...posted, passport: { issuingState: 'USA', number: 'X7654399' } };
  await world.crossed(world.record('departed', other));
  const page = await pageOf(posted.reference);
  expect(page).toMatch(new RegExp(`USA ${posted.passport.number}<br/?>`));
  expect(page).toMatch(/USA X7654399<br\/?>/);
  expect(page).toContain('Left on a different passport from the one shown at entry');
  expect((await awa.get('/movements?show=set_aside')).body).toContain(
    'Left on a different passport from the one shown at entry',
  );
});

test('what the lines of the passport say otherwise stands beside it', async () => {
  const linesOf = (number: string, more: Partial<Traveller> = {}) => {
    const { details, document } = declaration({ number });
    const mrz = passportLines({ ...details, ...document, ...more }).join('\n');
    return { document, mrz };
  };
  const other = linesOf('LINES0001', { familyName: 'Sample', bornOn: '1991-05-17' });
  const { reference } = await world.aCase({ declared: other }).submitted();
  const page = await awa.get(`/cases/${reference}`);
  expect(page.body).toContain('Compare with the passport');
  expect(page.body).toContain('another date of birth, another family name');
  const { reference: agreeing } = await world.aCase({ declared: linesOf('LINES0002') }).submitted();
  expect((await awa.get(`/cases/${agreeing}`)).body).toContain('Match the applicant’s answers');
});

test('whether the passport outlasts the planned stay stands on the case and before a decision (R34)', async () => {
  const { reference } = await world.aCase().submitted();
  await awa.post(`/cases/${reference}/take`);
  await awa.post(`/cases/${reference}/passport/confirm`);
  for (const path of ['', '/direct']) {
    const { body } = await awa.get(`/cases/${reference}${path}`);
    expect(body).toContain('Valid for the journey');
    expect(body).toMatch(/Valid until \d+ \w+ \d{4}\. The planned stay needs/);
  }
});
