import { expect, test } from '@jest/globals';
import { differences, type Typed } from './mrz-agreement.ts';

const read = {
  documentNumber: 'X12345678',
  issuingState: 'DEU',
  nationality: 'DEU',
  familyName: 'MUELLER',
  givenNames: 'JOERG ANDRE',
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
  sex: 'male',
} as const;
const typed: Typed = {
  number: 'x 1234-5678',
  issuingState: 'D',
  nationality: 'DEU',
  familyName: 'Müller',
  givenNames: 'Jörg André',
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
};

test('letters that the lines spell out, signs and case do not differ', () => {
  expect(differences(typed, read)).toEqual([]);
  expect(
    differences({ ...typed, familyName: 'Muller' }, { ...read, familyName: 'MULLER' }),
  ).toEqual([]);
  expect(differences({ ...typed, familyName: 'O’Neill-Sørensen' }, { ...read, familyName: 'ONEILL SOERENSEN' })).toEqual([]); // prettier-ignore
});

test.each<[Partial<Typed>]>([
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

test('only a name that fills the line may be cut off in it', () => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine';
  const cut = { ...read, familyName: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF HU', givenNames: '' };
  expect(differences({ ...typed, familyName: long, givenNames: '' }, cut)).toEqual([]);
  expect(differences({ ...typed, familyName: 'Mueller-Long' }, read)).toEqual(['familyName']);
});
