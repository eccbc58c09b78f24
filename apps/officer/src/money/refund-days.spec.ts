import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { refundDays } from './refund-days.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
// In Washington it is still the first of March, half past six in the evening.
const zone = 'America/New_York';
const line = { createdAt: at('2026-03-01T23:30:00Z'), promisedBy: day('2026-03-06'), zone };

test.each([
  ['2026-03-06T04:59:00Z', { key: 'daysLeft', count: 1, tone: 'neutral' }],
  ['2026-03-07T04:59:00Z', { key: 'dueToday', tone: 'neutral' }],
  ['2026-03-07T05:00:00Z', { key: 'daysLate', count: 1, tone: 'bad' }],
])('at %s its promise is %j', (now, said) => {
  expect(refundDays({ ...line, returnedOn: null }, at(now))).toEqual(said);
});

test.each([
  ['2026-03-01', { key: 'tookNoDay', tone: 'good' }],
  ['2026-03-04', { key: 'took', count: 3, tone: 'good' }],
])('returned on %s it was %j', (on, said) => {
  expect(refundDays({ ...line, returnedOn: day(on) }, line.createdAt)).toEqual(said);
});
