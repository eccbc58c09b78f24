import { expect, test } from '@jest/globals';
import { demonstrationProgrammes } from './install.ts';
import { problemsOfPlaces } from './shipped-problems.ts';
import { maliUs } from './mali-us.ts';
import type { ShippedProgramme } from './shipped.ts';

test('what is shipped names countries, currencies and zones that there are', () => {
  expect(demonstrationProgrammes.flatMap(problemsOfPlaces)).toEqual([]);
});

const [consulate, port] = [maliUs.consulates[0]!, maliUs.ports[0]!];
test.each<[string, Partial<ShippedProgramme>]>([
  ['issuingState', { issuingState: 'ML' }],
  ['bondedNationality', { bondedNationality: 'UTO' }],
  ['currency', { currency: 'UDS' }],
  ['Washington, country', { consulates: [{ ...consulate, country: 'UK' }] }],
  ['Washington, timeZone', { consulates: [{ ...consulate, timeZone: 'America/Washington' }] }],
  ['bko, code', { ports: [{ ...port, code: 'bko' }] }],
  ['BKO, timeZone', { ports: [{ ...port, timeZone: 'GMT+0' }] }],
])('%s is refused by its name when there is no such one', (field, change) => {
  expect(problemsOfPlaces({ ...maliUs, ...change })).toEqual([
    expect.stringMatching(new RegExp(`^${field}: `)),
  ]);
});
