import { expect, test } from '@jest/globals';
import iso from 'i18n-iso-countries';
import { comparableDocument, comparableState } from './person.ts';
import { stateOf } from './states.ts';

test.each([
  ['USA', 'USA'],
  ['us', 'USA'],
  ['US<', 'USA'],
  [' usa ', 'USA'],
  ['D', 'DEU'],
  ['D<<', 'DEU'],
  ['DE', 'DEU'],
  ['ML', 'MLI'],
  ['GBO', 'GBO'],
  ['UK', 'GBR'],
  ['XXB', 'XXB'],
  ['RKS', 'RKS'],
  ['XK', 'RKS'],
  ['XKX', 'RKS'],
])('%s is %s', (typed, state) => expect(stateOf(typed)).toBe(state));

test.each(['QQ', 'ZZZ', 'UTO', '', '<<<', 'U', 'USAA', 'U1', 'ÜS', 'United States'])(
  '%p is no state',
  (typed) => expect(stateOf(typed)).toBeNull(),
);

test('every state of ISO 3166 is one state in both its forms, and names one document', () => {
  for (const [alpha2, alpha3] of Object.entries(iso.getAlpha2Codes())) {
    expect(stateOf(alpha2)).toBe(stateOf(alpha3));
    expect(stateOf(alpha2)).not.toBeNull();
    expect(comparableDocument(alpha2, 'C 12<')).toBe(comparableDocument(alpha3, 'c12'));
  }
});

test('a code that no state has is comparable with itself and with no state', () => {
  expect(comparableState('QQ')).toBe('QQ');
});
