import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atOnceOf, isPauseReason, minutesLeft, pauseReasons, spacingOf } from './refund-run.ts';

test('the pace that is allowed is used, and not gone over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (allowed) => {
      const perSecond = 1 / spacingOf(allowed);
      expect(perSecond).toBeLessThan(allowed);
      expect(perSecond).toBeGreaterThanOrEqual(0.95 * allowed);
    }),
  );
});

test('as many are under way as the pace needs, and not more than may still leave after a pause', () => {
  expect([1, 25, 100, 1000].map(atOnceOf)).toEqual([1, 13, 50, 256]);
});

test('what is left is told in whole minutes, and none when nothing is', () => {
  expect(minutesLeft(0, 20)).toBe(0);
  expect(minutesLeft(1, 20)).toBe(1);
  expect(minutesLeft(5_000, 25)).toBe(4);
});

test('only known reasons pause', () => {
  expect(pauseReasons.every(isPauseReason)).toBe(true);
  expect(isPauseReason('because')).toBe(false);
});
