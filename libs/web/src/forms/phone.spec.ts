import { expect, test } from '@jest/globals';
import { formatPhone, readPhone } from './phone.ts';

test.each([
  ['(+223) 20 22 50 92', '+22320225092'],
  ['+223 (20) 22-50-92', '+22320225092'],
  ['00223 20 22 50 92', '+22320225092'],
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['+33 (0)1 23 45 67 89', '+33123456789'],
  ['+1-202-555-0143', '+12025550143'],
  ['+1 202‑555‑0143', '+12025550143'],
  ['tel:+1-202-555-0143', '+12025550143'],
])('%s is kept as %s', (typed, e164) => {
  expect(readPhone(typed, 'US')).toEqual({ phone: e164 });
});

test.each([
  ['(202) 555-0143', '+1 202 555 0143'],
  ['202‑555‑0143', '+1 202 555 0143'],
  ['2025550143', '+1 202 555 0143'],
])('%s is not kept, and offered as %s', (typed, guess) => {
  expect(readPhone(typed, 'US')).toEqual({ phone: null, guess });
  expect(readPhone(typed)).toEqual({ phone: null, guess: null });
});

test.each(['', '12345', '+1 202 CALL', '+999 1234567', '1'.repeat(60), 'none'])(
  '%j is no number',
  (typed) => {
    expect(readPhone(typed, 'US')).toEqual({ phone: null, guess: null });
  },
);

test('shown in groups', () => {
  expect(formatPhone('+22320225092')).toBe('+223 20 22 50 92');
  expect(formatPhone('ask at the desk')).toBe('ask at the desk');
});
