import { addDays, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { ageOf } from './age.ts';

const today = Temporal.PlainDate.from('2026-03-01');

test.each([
  [-2, { key: 'today' }],
  [-1, { key: 'today' }],
  [0, { key: 'today' }],
  [1, { key: 'yesterday' }],
  [2, { key: 'days', count: 2 }],
  [40, { key: 'days', count: 40 }],
])('%d days ago is %j, and never less than nothing', (days, age) => {
  expect(ageOf(addDays(today, -days), today)).toEqual(age);
});
