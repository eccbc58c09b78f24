import { expect, test } from '@jest/globals';
import { mrzDifferences as differences, type TypedPassport } from './mrz-agreement.ts';

const read = {
  documentNumber: 'X12345678',
  issuingState: 'DEU',
  nationality: 'DEU',
  nameField: 'MUELLER<<JOERG<ANDRE'.padEnd(39, '<'),
  familyName: 'MUELLER',
  givenNames: 'JOERG ANDRE',
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
  sex: 'male',
} as const;
const typed: TypedPassport = {
  number: 'x 1234-5678',
  issuingState: 'D',
  nationality: 'DEU',
  familyName: 'Müller',
  givenNames: 'Jörg André',
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
};

test('case, marks, spelling and separators do not differ', () => {
  expect(differences(typed, read)).toEqual([]);
});

test.each<[Partial<TypedPassport>]>([
  [{ number: 'X12345679' }],
  [{ issuingState: 'USA' }],
  [{ nationality: 'USA' }],
  [{ familyName: 'Mull' }],
  [{ givenNames: 'Jörg' }],
  [{ bornOn: null }],
  [{ expiresOn: '2035-01-30' }],
])('%j differs, and nothing else', (change) => {
  expect(differences({ ...typed, ...change }, read)).toEqual(Object.keys(change));
});
