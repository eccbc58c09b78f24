import { expect, test } from '@jest/globals';
import { figuresOf, type Counted } from './figures.ts';

const nothing: Counted = {
  refunds: { inTime: 0, late: 0, medianDays: null, ninthDays: null },
  endings: {},
  decisions: {},
  appeals: {},
  grounds: [],
};
const value = (counted: Counted, part: string, name: string) =>
  figuresOf(counted).find((f) => f.part === part && f.name === name)!.value;

test('a quarter in which nothing happened is told as zeros', () => {
  expect(value(nothing, 'endings', 'departed')).toBe(0);
  expect(value(nothing, 'appeals', 'total')).toBe(0);
  expect(value(nothing, 'refunds', 'median_days')).toBeNull();
});

test('each part is a whole of its own', () => {
  const counted: Counted = {
    ...nothing,
    refunds: { inTime: 120, late: 11, medianDays: 6, ninthDays: 14 },
    endings: { departed: 200, never_used: 31, forfeited: 4 },
    grounds: [{ ground: 'late_departure', established: 14, not_established: 22 }],
  };
  expect(value(counted, 'refunds', 'in_time')).toBe(120);
  expect(value(counted, 'refunds', 'median_days')).toBe(6);
  expect(value(counted, 'endings', 'departed')).toBe(200);
  // Four could be told from the sum, so the next smallest is hidden with it.
  expect(value(counted, 'endings', 'forfeited')).toBeNull();
  expect(value(counted, 'endings', 'never_used')).toBeNull();
  expect(value(counted, 'endings', 'total')).toBe(235);
  expect(value(counted, 'ground.late_departure', 'established')).toBe(14);
});
