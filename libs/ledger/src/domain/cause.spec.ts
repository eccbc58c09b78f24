import { expect, test } from '@jest/globals';
import { cause } from './cause.ts';

test('causes name the object and what happened', () => {
  expect(cause.paid('pi_1')).toBe('pi_1:paid');
  expect(cause.reserve('d-1')).toBe('disbursement:d-1:reserved');
  expect(cause.failed('re_1')).not.toBe(cause.failedAfterSuccess('re_1'));
  expect(() => cause.paid('')).toThrow(RangeError);
  expect(() => cause.paid('pi_1:paid')).toThrow(RangeError);
});
