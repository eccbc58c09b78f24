import { dayFromIso } from '#kernel';
import { expect, test } from '@jest/globals';
import { readPeriod } from './export-period.ts';

const read = (from: string, until: string) => {
  const boxes = (field: string, text: string) =>
    ['year', 'month', 'day'].map((part, i) => [`${field}-${part}`, text.split('-')[i] ?? '']);
  const values = Object.fromEntries([...boxes('from', from), ...boxes('until', until)]) as object;
  return readPeriod(values as Record<string, string>, dayFromIso('2026-11-27'));
};

test.each([
  ['2026-11-27', '2026-11-27', null],
  ['2025-11-27', '2026-11-27', null],
  ['2025-11-26', '2026-11-27', 'exports.errors.year'],
  ['2026-11-02', '2026-11-01', 'exports.errors.order'],
  ['2026-11-02', '2026-11-28', 'web.date.notTodayOrPast'],
  ['', '2026-11-27', 'web.date.missing'],
] as const)('from %s until %s: %s', (from, until, key) => {
  const { period, errors } = read(from, until);
  expect(errors.map((e) => e.key)).toEqual(key ? [key] : []);
  expect(period === null).toBe(key !== null);
});
