import { expect, test } from '@jest/globals';
import { texts } from '../../text/index.ts';
import { specFacts, specPassport, specTravel } from '../../../../../test/support/portal-form.ts';
import { travelPage } from './travel.page.tsx';

const facts = specFacts();
const page = travelPage(facts);
const plan = specTravel;
const problems = (change: Record<string, string>) =>
  page.errors({ ...plan, ...change }, facts).map((e) => `${e.field}: ${e.key}`);

test('today, for as long as the programme allows, is a plan', () =>
  expect(problems({})).toEqual([]));

test.each([
  [{ purpose: 'study' }, ['purpose: apply.error.purpose']],
  [{ 'arrivesOn-day': '23' }, ['arrivesOn: web.date.notTodayOrFuture']],
  [{ 'arrivesOn-year': '2028' }, ['arrivesOn: apply.error.arrivesOnLate']],
  [{ stayDays: '' }, ['stayDays: apply.error.stayMissing']],
  [{ stayDays: '0' }, ['stayDays: apply.error.stay']],
  [{ stayDays: '31' }, ['stayDays: apply.error.stay']],
  [{ stayDays: '1e1' }, ['stayDays: apply.error.stay']],
  [{ port: 'CDG' }, ['port: apply.error.port']],
  [{ port: 'OLD' }, ['port: apply.error.port']],
  [{ stayAddress: '' }, ['stayAddress: apply.error.stayAddressMissing']],
  [{ stayAddress: 'x'.repeat(301) }, ['stayAddress: apply.error.tooLong']],
])('%j', (change, expected) => expect(problems(change)).toEqual(expected));

test('answers read as people say them', () => {
  const asked = page.response(plan, texts.textFor('en'));
  expect(asked.map((a) => a.answer)).toEqual([
    'Tourism',
    '24 November 2026',
    '30 days',
    'Bamako–Sénou (BKO)',
    'Hotel on the river, Bamako',
  ]);
  expect(page.next(plan)).toBe('contact');
});

test('days for which the passport does not last long enough are named with the day needed', () => {
  const passport = {
    ...specPassport,
    'expiresOn-day': '23',
    'expiresOn-month': '6',
    'expiresOn-year': '2027',
  };
  const known = specFacts({ answers: { passport } });
  expect(page.errors({ ...plan, stayDays: '29' }, known)).toEqual([]);
  expect(page.errors(plan, known)).toEqual([
    {
      ...{ field: 'arrivesOn', part: 'day', key: 'apply.error.passportEndsBefore' },
      params: { months: 6, needed: '24 June 2027', expires: '23 June 2027' },
    },
  ]);
});
