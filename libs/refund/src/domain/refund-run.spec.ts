import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPauseReason, minutesLeft, pauseReasons, spacingOf } from './refund-run.ts';

test('the pace that is allowed is used, and not gone over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (allowed) => {
      const perSecond = 1 / spacingOf(allowed);
      expect(perSecond).toBeLessThan(allowed);
      expect(perSecond).toBeGreaterThanOrEqual(0.95 * allowed);
    }),
  );
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
