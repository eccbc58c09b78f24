import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LastSecond } from './last-second.ts';

test('however they come, no more leave within a second than are allowed', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), pauses, (allowed, afterMs) => {
      const lastSecond = new LastSecond(allowed);
      let now = 0;
      const left = afterMs.map((ms) => {
        now += ms;
        return now + lastSecond.waitMs(now);
      });
      for (const [n, at] of left.entries()) {
        expect(at - (left[n - allowed] ?? -Infinity)).toBeGreaterThan(1000);
        expect(at).toBeGreaterThanOrEqual(left[n - 1] ?? 0);
      }
    }),
  );
});

test('who keeps to the pace does not wait', () => {
  const lastSecond = new LastSecond(25);
  for (let n = 0; n < 100; n++) expect(lastSecond.waitMs(n * 41.8)).toBe(0);
});
