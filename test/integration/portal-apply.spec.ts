import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fillIn, openCase, startSite, submitCase, Visitor } from '../support/world/sites.ts';
import { answersOf, aTraveller } from '../support/traveller.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
let hosts = 0;
const rows = async <R extends object>(sql: string, ...params: unknown[]) =>
  (await db.admin.query<R>(sql, params)).rows;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await db?.drop();
});

async function applicant(): Promise<Visitor> {
  const visitor = new Visitor(app, db, `198.51.100.${++hosts}`);
  await visitor.signUp();
  return visitor;
}

/** Version, state and sealed answers of a case: what a refused request may not touch. */
const stored = (reference: string) =>
  rows('select state, version, answers_sealed from visa_case where reference = $1', reference);

test('an application from nothing to submitted', async () => {
  const ann = await applicant();
  expect((await ann.get('/cases')).words).toContain('You have no cases yet');
  const reference = await openCase(ann);
  const tasks = await ann.get(`/cases/${reference}`);
  expect(tasks.words).toContain('Personal details Not started');
  expect(tasks.words).toContain('Check your answers Cannot start yet');
  const traveller = aTraveller();
  await fillIn(ann, reference, traveller);
  expect((await ann.get(`/cases/${reference}`)).words).toContain('Passport Completed');
  const check = await ann.get(`/cases/${reference}/apply/check`);
  expect(check.words).toContain(`Passport number ${traveller.number} Change Passport number`);
  expect(check.words).toContain('How many days do you plan to stay? 14 days');

  const unsure = await ann.post(`/cases/${reference}/apply/check`, {});
  expect([unsure.status, unsure.words]).toEqual([422, expect.stringContaining('Select the box')]);
  expect(await stored(reference)).toMatchObject([{ state: 'draft' }]);

  const sent = await ann.post(`/cases/${reference}/apply/check`, { declared: 'yes' });
  expect(sent.to).toBe(`/cases/${reference}?notice=submitted`);
  const page = await ann.get(sent.to!);
  expect(page.words).toContain('The consulate has your application.');
  expect(page.words).toContain('You submitted the application');
  expect(page.words).toContain('Nobody can ask you to pay before an officer has directed a bond.');
  expect((await ann.get('/cases')).words).toContain('With the consulate');

  const kept = await rows(
    `select c.state, s.form_version, m.template from visa_case c
     join case_submission s on s.case_id = c.id
     join mail m using (contact_point_id) where c.reference = $1 and m.params ? 'reference'`,
    reference,
  );
  expect(kept).toEqual([
    { state: 'submitted', form_version: '2026-11-2', template: 'case_received' },
  ]);
});

test('what was saved waits for the person, and a change leads back to checking', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  const answers = answersOf(aTraveller(), new Date());
  await ann.post(`/cases/${reference}/apply/contact`, answers.contact);
  const again = await ann.get(`/cases/${reference}/apply/contact`);
  expect(again.body).toContain('value="+1 202 555 0142"');
  expect(again.body).toContain('12 Example Street, Springfield, USA');
  await fillIn(ann, reference, aTraveller());
  const changed = await ann.post(`/cases/${reference}/apply/contact`, {
    ...answers.contact,
    phone: '+1 202 555 0199',
  });
  expect(changed.to).toBe(`/cases/${reference}/apply/check`);
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'personal-details',
    { familyName: '' },
    ['Enter your family name as it appears in your passport'],
  ],
  ['personal-details', { familyName: 'R2D2' }, ['Family name must not include “2”']],
  ['personal-details', { 'bornOn-month': '' }, ['Your date of birth must include a month']],
  [
    'personal-details',
    { 'bornOn-month': '13' },
    ['The month of your date of birth must be a number from 1 to 12'],
  ],
  ['personal-details', { 'bornOn-year': '2190' }, ['Your date of birth must be in the past']],
  ['personal-details', { nationality: 'ZZZ' }, ['Select your nationality from the list']],
  ['passport', { number: '' }, ['Enter your passport number']],
  ['passport', { number: 'X' }, ['Passport number must be 5 to 20']],
  ['passport', { number: 'X9999999' }, ['Passport number is different in the lines']],
  ['passport', { 'expiresOn-year': '2001' }, ['must be in the future']],
  ['passport', { 'expiresOn-day': '30' }, ['Date of expiry is different in the lines']],
  ['passport', { issuingState: 'FRA' }, ['Issuing state is different in the lines']],
  ['passport', { mrz: 'P<USA' }, ['These are not the two lines of a passport']],
  ['travel-plan', { purpose: 'study' }, ['Select the purpose of your visit']],
  ['travel-plan', { stayDays: '31' }, ['Number of days must be a whole number from 1 to 30']],
  ['travel-plan', { stayDays: '' }, ['Enter how many days you plan to stay']],
  ['travel-plan', { port: 'CDG' }, ['Select a port that is listed']],
  ['travel-plan', { 'arrivesOn-year': '2020' }, ['must be today or in the future']],
  ['travel-plan', { 'arrivesOn-year': '2099' }, ['must be within one year']],
  ['travel-plan', { stayAddress: '' }, ['Enter the address where you will stay']],
  ['contact', { phone: 'call me' }, ['Enter a phone number with its country code']],
  ['contact', { address: 'x'.repeat(301) }, ['must be 300 characters or fewer']],
])('%s with %j is refused, kept on the page and not saved', async (page, change, messages) => {
  const ann = await applicant();
  const reference = await openCase(ann);
  await fillIn(ann, reference, aTraveller());
  const before = await stored(reference);
  const typed = { ...answersOf(aTraveller(), new Date())[page], ...change };
  const answer = await ann.post(`/cases/${reference}/apply/${page}`, typed);
  expect(answer.status).toBe(422);
  expect(messages.filter((m) => !answer.words.includes(m))).toEqual([]);
  for (const value of Object.values(change).filter((v) => /^[\w ]{3,20}$/.test(v))) {
    if (!['ZZZ', 'study', 'CDG'].includes(value)) expect(answer.body).toContain(value);
  }
  expect(await stored(reference)).toEqual(before);
});

test('another nationality: the programme is not for them, and the draft is kept', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  const french = answersOf(aTraveller({ nationality: 'FRA' }), new Date());
  const saved = await ann.post(
    `/cases/${reference}/apply/personal-details`,
    french['personal-details'],
  );
  expect(saved.to).toBe(`/cases/${reference}/apply/outside`);
  const page = await ann.get(saved.to!);
  expect(page.words).toContain('This programme is not for you');
  expect(page.words).toContain('It is for nationals of the United States');
  expect((await ann.get(`/cases/${reference}`)).words).toContain('Not for this programme');
  const back = await ann.get(`/cases/${reference}/apply/personal-details`);
  expect(back.body).toContain('value="FRA" selected');
  expect((await ann.get(`/cases/${reference}/apply/check`)).to).toBe(saved.to);
});

test('a programme that is not open, and none at all, open no case', async () => {
  const ann = await applicant();
  const none = await ann.post('/cases/new', {});
  expect([none.status, none.words]).toEqual([422, expect.stringContaining('Select the programme')]);
  const nowhere = await ann.post('/cases/new', { programme: 'mali-us' });
  expect(nowhere.words).toContain('Select the consulate you are applying to');
  const closed = await ann.post('/cases/new', { programme: 'us-pilot-2025' });
  expect([closed.status, closed.words]).toEqual([
    409,
    expect.stringContaining('This programme is not taking new cases'),
  ]);
  expect(closed.words).toContain('this nationality was removed from the list');
  expect(
    await rows('select 1 from visa_case where applicant_account_id = $1', ann.accountId),
  ).toEqual([]);
});

test('the eleventh draft is refused with the way out', async () => {
  const ann = await applicant();
  for (let i = 0; i < 10; i++) {
    const reference = await openCase(ann);
    const { contact } = answersOf(aTraveller(), new Date());
    await ann.post(`/cases/${reference}/apply/contact`, contact);
  }
  await expect(openCase(ann)).rejects.toThrow('You already have 10 drafts');
});

test('nobody learns whether a passport is known; one traveller has one live case', async () => {
  const traveller = aTraveller();
  const ann = await applicant();
  await submitCase(ann, traveller);
  const bob = await applicant();
  const reference = await submitCase(bob, traveller);
  const stranger = await applicant();
  const other = await submitCase(stranger, aTraveller());
  // What one reads after it is what anybody reads, but for the minute in which it was sent.
  const words = async (who: typeof bob, of: string) =>
    (await who.get(`/cases/${of}`)).words.replaceAll(of, 'VB-XXXX-XXXX').replace(/\d+:\d\d/g, '');
  expect(await words(bob, reference)).toBe(await words(stranger, other));
  await expect(submitCase(ann, traveller)).rejects.toThrow('already has an open case');
});

test('a submitted application cannot be filled in again', async () => {
  const ann = await applicant();
  const reference = await submitCase(ann);
  for (const page of ['personal-details', 'check', 'outside']) {
    const answer = await ann.get(`/cases/${reference}/apply/${page}`);
    expect(answer.to).toBe(`/cases/${reference}?notice=submitted_before`);
  }
  const said = await ann.get(`/cases/${reference}?notice=submitted_before`);
  expect(said.words).toContain('This application has already been submitted.');
  // Before a direction there is no page to pay on (R6).
  for (const page of ['bond', 'bond/undertaking', 'bond/paid', 'bond/not-paid']) {
    expect((await ann.get(`/cases/${reference}/${page}`)).to).toBe(
      `/cases/${reference}?notice=no_bond`,
    );
  }
});

test('the same journey reads French, and the answers are frozen in it', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  await fillIn(ann, reference, aTraveller());
  const check = await ann.get(`/cases/${reference}/apply/check?lang=fr`);
  expect(check.words).toContain('Combien de jours prévoyez-vous de rester ? 14 jours');
  expect(check.words).toContain('États-Unis');
  const sent = await ann.post(`/cases/${reference}/apply/check`, { declared: 'yes' });
  expect((await ann.get(sent.to!)).words).toContain('Le consulat a reçu votre demande.');
});
