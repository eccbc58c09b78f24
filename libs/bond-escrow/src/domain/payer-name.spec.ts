import { expect, test } from '@jest/globals';
import { readPayerName } from './payer-name.ts';

test.each([
  ['  Awa   Traoré ', 'Awa Traoré'],
  ['Jean-Luc O’Neil', 'Jean-Luc O’Neil'],
  ['李 娜', '李 娜'],
])('%j is the name %j', (typed, name) => {
  expect(readPayerName(typed)).toBe(name);
});

test.each(['', ' ', 'A', '--', '<b>Awa</b>', 'Awa 4242', 'Awa\u0007 Traoré', 'a'.repeat(101)])(
  '%j is none',
  (typed) => {
    expect(readPayerName(typed)).toBeNull();
  },
);
