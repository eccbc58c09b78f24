import { expect, test } from '@jest/globals';
import { dayFromIso } from '#kernel';
import {
  lastToPublish,
  publishedOn,
  quarterAfter,
  quarterOf,
  quartersToPublish,
} from './quarter.ts';

const day = dayFromIso;

test('a quarter begins in January, April, July or October', () => {
  expect(quarterOf(day('2026-12-31'))).toEqual(day('2026-10-01'));
  expect(quarterOf(day('2026-03-31'))).toEqual(day('2026-01-01'));
  expect(quarterOf(day('2026-04-01'))).toEqual(day('2026-04-01'));
});

test('its figures come out once its refunds are due', () => {
  expect(publishedOn(day('2026-07-01'))).toEqual(day('2026-10-31'));
  expect(lastToPublish(day('2026-10-30'))).toEqual(day('2026-04-01'));
  expect(lastToPublish(day('2026-10-31'))).toEqual(day('2026-07-01'));
});

test('what was missed is made up for, and nothing is told twice', () => {
  const today = day('2026-08-15');
  expect(quartersToPublish(quarterOf(day('2025-11-20')), today)).toEqual(
    ['2025-10-01', '2026-01-01', '2026-04-01'].map(day),
  );
  expect(quartersToPublish(quarterAfter(day('2026-01-01')), today)).toEqual([day('2026-04-01')]);
  expect(quartersToPublish(quarterAfter(day('2026-04-01')), today)).toEqual([]);
  expect(quartersToPublish(quarterOf(today), today)).toEqual([]);
});
