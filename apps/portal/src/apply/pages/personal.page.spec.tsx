import { expect, test } from '@jest/globals';
import { texts } from '../../text/index.ts';
import { personalPage } from './personal.page.tsx';
import { specFacts, specPassport, specPersonal } from '../../../../../test/support/portal-form.ts';

const facts = specFacts();
const page = personalPage(facts);
const problems = (change: Record<string, string>) =>
  page.errors({ ...specPersonal, ...change }, facts).map((e) => `${e.field}: ${e.key}`);

test('a person as passports have them', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ givenNames: '', sex: '' })).toEqual([]);
  for (const familyName of [
    'N’Diaye-Åström',
    'O‘Neill',
    'ʻAolani',
    "'t Hooft",
    'Smith‑Jones',
    'Sel·lés',
    'St. John',
  ]) {
    expect(problems({ familyName })).toEqual([]);
  }
});

test.each([
  [{ familyName: '' }, ['familyName: apply.error.familyNameMissing']],
  [{ givenNames: '<b>' }, ['givenNames: apply.error.givenNamesSign']],
  [{ familyName: 'Mil1er' }, ['familyName: apply.error.familyNameSign']],
  [{ familyName: '-' }, ['familyName: apply.error.familyName']],
  [
    { familyName: 'x'.repeat(101) },
    ['familyName: apply.error.tooLong', 'familyName: apply.error.familyName'],
  ],
  [{ 'bornOn-year': '1899' }, ['bornOn: apply.error.bornOnEarly']],
  [{ 'bornOn-year': '2027' }, ['bornOn: web.date.notPast']],
  [{ sex: 'x' }, ['sex: apply.error.sex']],
  [{ nationality: 'USSR' }, ['nationality: apply.error.nationality']],
])('%j', (change, expected) => expect(problems(change)).toEqual(expected));

test('a digit in a name is named', () => {
  const [error] = page.errors({ ...specPersonal, familyName: 'Mil1er' }, facts);
  expect(error?.params).toEqual({ sign: '1' });
});

test('what the passport’s lines say otherwise is named, until it was checked', () => {
  const known = specFacts({ answers: { passport: specPassport } });
  const said = (change: Record<string, string>) =>
    page
      .errors({ ...specPersonal, ...change }, known)
      .map((e) => e.key.replace('apply.error.', ''));
  expect(said({})).toEqual([]);
  expect(said({ familyName: 'Other', 'bornOn-day': '18' })).toEqual([
    'mrzDiffers.bornOn',
    'mrzDiffers.familyName',
  ]);
  expect(said({ givenNames: 'Ada' })).toEqual(['mrzDiffers.givenNames']);
  expect(said({ nationality: 'FRA' })).toEqual(['mrzDiffers.nationality']);
  expect(said({ nationality: 'FRA', mrzChecked: 'yes' })).toEqual([]);
});

test('another nationality than the bonded one leads out (R2)', () => {
  expect(page.next(specPersonal)).toBe('travel-plan');
  expect(page.next({ ...specPersonal, nationality: 'FRA' })).toBe('outside');
});

test('the questions as asked, in the words of the language', () => {
  const french = personalPage(specFacts({ lang: 'fr' }));
  const asked = french.response({ ...specPersonal, sex: '' }, texts.textFor('fr'));
  expect(asked.map((a) => `${a.id}: ${a.answer}`)).toEqual([
    'givenNames: Ada Maria',
    'familyName: Example',
    'bornOn: 17 mai 1990',
    'nationality: États-Unis',
    'sex: Non indiqué',
  ]);
});
