import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hideSmall, ofMany, SMALLEST } from './suppress.ts';

test('large counts and zeros are told', () => {
  expect(hideSmall([40, 0, 12])).toEqual({ cells: [40, 0, 12], total: 52 });
});

test('a small count takes the next smallest with it', () => {
  expect(hideSmall([40, 3, 12])).toEqual({ cells: [40, null, null], total: 55 });
});

test('what alone is small leaves no sum to find it by', () => {
  expect(hideSmall([3, 0])).toEqual({ cells: [null, 0], total: null });
  expect(hideSmall([])).toEqual({ cells: [], total: 0 });
});

test('no small count can be worked out from what is told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (counts) => {
      const { cells, total } = hideSmall(counts);
      const hidden = counts.filter((_, i) => cells[i] === null);
      for (const [i, count] of counts.entries()) {
        if (count > 0 && count < SMALLEST) expect(cells[i]).toBeNull();
        else if (cells[i] !== null) expect(cells[i]).toBe(count);
      }
      if (total === null || hidden.length === 0) return;
      expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(SMALLEST);
    }),
  );
});

test('a median of few is not told', () => {
  expect(ofMany(12, SMALLEST - 1)).toBeNull();
  expect(ofMany(12, SMALLEST)).toBe(12);
});
