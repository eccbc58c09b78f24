import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { passportPage } from './passport.page.tsx';
import {
  specFacts,
  specPassport,
  specPersonal,
  specTravel,
} from '../../../../../test/support/portal-form.ts';

const facts = specFacts({ answers: { 'personal-details': specPersonal } });
const page = passportPage(facts);
const problems = (change: Record<string, string>, personal = {}) =>
  page
    .errors(
      { ...specPassport, ...change },
      specFacts({ answers: { 'personal-details': { ...specPersonal, ...personal } } }),
    )
    .map((e) => `${e.field}: ${e.key.replace('apply.error.', '')}`);

test('lines and answers that agree', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ number: 'x1234 5678', mrz1: ` ${specPassport.mrz1} ` })).toEqual([]);
});

test.each<[Record<string, string>, Record<string, string>, string[]]>([
  [{ number: 'X99999999' }, {}, ['number: mrzDiffers.number']],
  [{ issuingState: 'FRA' }, {}, ['issuingState: mrzDiffers.issuingState']],
  [{ 'expiresOn-day': '30' }, {}, ['expiresOn: mrzDiffers.expiresOn']],
  [{ 'expiresOn-year': '2020' }, {}, ['expiresOn: web.date.notFuture']],
  [{}, { familyName: 'Other' }, ['mrz1: mrzDiffers.familyName']],
  [{}, { givenNames: '' }, ['mrz1: mrzDiffers.givenNames']],
  [{}, { 'bornOn-day': '18' }, ['mrz2: mrzDiffers.bornOn']],
  [{}, { nationality: 'FRA' }, ['mrz2: mrzDiffers.nationality']],
  [{ mrz2: specPassport.mrz2.replace('X1', 'X2') }, {}, ['mrz2: mrzDigit']],
  [{ mrz1: specPassport.mrz1.replace('P<', 'V<') }, {}, ['mrz1: mrzShape']],
  [{ mrz1: '' }, {}, ['mrz1: mrzMissing.mrz1']],
  [{ mrz2: 'X' }, {}, ['mrz2: mrzLine']],
])('%j with %j', (change, personal, expected) => {
  expect(problems(change, personal)).toEqual(expected);
});

test('before personal details are given, only the passport’s own answers are compared', () => {
  expect(page.errors(specPassport, specFacts())).toEqual([]);
  expect(page.errors({ ...specPassport, number: 'X99999999' }, specFacts())).toHaveLength(1);
});

test('a passport of another state leads out (R2)', () => {
  expect(page.next(specPassport)).toBe('travel-plan');
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
