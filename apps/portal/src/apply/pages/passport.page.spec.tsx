import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { flagsOf } from '../passport-lines.ts';
import { passportPage } from './passport.page.tsx';
import { personalPage } from './personal.page.tsx';
import {
  specFacts,
  specPassport,
  specPersonal,
  specTravel,
} from '../../../../../test/support/portal-form.ts';

const page = passportPage(specFacts());
const problems = (change: Record<string, string>) =>
  page
    .errors({ ...specPassport, ...change }, specFacts())
    .map((e) => `${e.field}: ${e.key.replace('apply.error.', '')}`);
const bent = (from: string, to: string) => ({ mrz: specPassport.mrz.replace(from, to) });

test('lines and answers that agree', () => {
  expect(problems({})).toEqual([]);
  expect(
    problems({ number: 'x1234 5678', mrz: ` ${specPassport.mrz.replace('\n', ' ')} ` }),
  ).toEqual([]);
});

test('the lines may be left out', () => {
  expect(problems({ mrz: '' })).toEqual([]);
});

test.each<[Record<string, string>, string[]]>([
  [{ number: 'X99999999' }, ['number: mrzDiffers.number']],
  [{ issuingState: 'FRA' }, ['issuingState: mrzDiffers.issuingState']],
  [{ 'expiresOn-day': '30' }, ['expiresOn: mrzDiffers.expiresOn']],
  [{ 'expiresOn-year': '2020' }, ['expiresOn: web.date.notFuture']],
  [bent('X1', 'X2'), ['mrz: mrzDigit']],
  [bent('P<', 'V<'), ['mrz: mrzShape']],
  [{ mrz: 'X' }, ['mrz: mrzShape']],
  [{ mrz: 'P<'.repeat(200) }, ['mrz: mrzShape']],
])('%j', (change, expected) => {
  expect(problems(change).slice(0, 1)).toEqual(expected);
});

test('what was checked is no wall, and is flagged', () => {
  const checked = { ...specPassport, number: 'X99999999', mrzChecked: 'yes' };
  expect(page.errors(checked, specFacts())).toEqual([]);
  const answers = { passport: checked, 'personal-details': specPersonal };
  expect(flagsOf(specFacts({ answers }))).toEqual(['number']);
  expect(flagsOf(specFacts({ answers: { ...answers, passport: { ...checked, mrz: 'X' } } }))).toEqual(['unreadable']); // prettier-ignore
  expect(flagsOf(specFacts({ answers: { ...answers, passport: { ...checked, mrz: '' } } }))).toEqual(['missing']); // prettier-ignore
});

test('the lines fill in the page, and the next one', () => {
  const { mrz, ...typed } = specPassport;
  expect(page.fill?.({ mrz })).toMatchObject({ ...typed, mrz });
  expect(page.fill?.({ mrz: 'X' })).toBeNull();
  const facts = specFacts({ answers: { passport: specPassport } });
  expect(personalPage(facts).suggested?.()).toEqual({ ...specPersonal, sex: 'female' });
  expect(personalPage(specFacts()).suggested?.()).toEqual({});
});

test('a passport of another state leads out (R2)', () => {
  expect(page.next(specPassport)).toBe('personal-details');
  expect(page.next({ ...specPassport, issuingState: 'FRA' })).toBe('outside');
});

// Expiring on 31 January 2035: needed six months after a stay that ends before or after 31 July 2034.
test.each([
  ['1', []],
  ['2', ['expiresOn: apply.error.expiresTooEarly']],
])(
  'for an arrival on %s July 2034 the passport must last through the stay and six months',
  (day, expected) => {
    const plan = {
      ...specTravel,
      'arrivesOn-day': day,
      'arrivesOn-month': '7',
      'arrivesOn-year': '2034',
    };
    const known = specFacts({ answers: { 'travel-plan': plan } });
    const errors = page.errors(specPassport, known);
    expect(errors.map((e) => `${e.field}: ${e.key}`)).toEqual(expected);
    if (errors[0]) expect(errors[0].params).toMatchObject({ needed: '1 February 2035', months: 6 });
  },
);

test('without a plan, a passport that would not even do for a journey today is refused at once', () => {
  const on = (today: string) =>
    page
      .errors(specPassport, specFacts({ today: Temporal.PlainDate.from(today) }))
      .map((e) => ({ key: e.key, needed: e.params?.needed }));
  expect(on('2034-07-30')).toEqual([]);
  expect(on('2034-07-31')).toEqual([
    { key: 'apply.error.expiresTooEarly', needed: '1 February 2035' },
  ]);
});
