import { dayFromIso } from '#kernel';
import { expect, test } from '@jest/globals';
import { lastDayOf, monthFrom, monthText, monthToClose } from './month.ts';

const day = (text: string | null) => (text === null ? null : dayFromIso(text));

test.each([
  // last month closed, first day of the books, closed until, next
  [null, '2026-01-15', '2026-01-31', '2026-01'],
  [null, '2026-01-15', '2026-01-30', null],
  ['2026-01-01', '2026-01-15', '2026-02-28', '2026-02'],
  ['2026-01-01', '2026-01-15', '2026-02-27', null],
  ['2028-01-01', '2026-01-15', '2028-02-28', null],
  ['2028-01-01', '2026-01-15', '2028-02-29', '2028-02'],
  ['2026-12-01', '2026-01-15', '2027-03-01', '2027-01'],
  [null, null, '2026-01-31', null],
  [null, '2026-01-15', null, null],
] as const)('after %s, from %s, closed until %s: %s', (lastMonth, firstDay, closedUntil, next) => {
  const found = monthToClose({
    ...{ lastMonth: day(lastMonth), firstDay: day(firstDay), closedUntil: day(closedUntil) },
  });
  expect(found && monthText(found)).toBe(next);
});

test.each(['2026-13', '2026-00', '26-01', '2026-1', '2026-01-01', '', '2026-01\n'])(
  '%j is no month',
  (text) => {
    expect(monthFrom(text)).toBeNull();
  },
);

test('a month knows its last day', () => {
  expect(lastDayOf(monthFrom('2028-02')!).toString()).toBe('2028-02-29');
});
