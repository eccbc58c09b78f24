import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { refundDays } from './refund-days.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const line = { createdAt: at('2026-03-01T23:30:00Z'), promisedBy: day('2026-03-10') };

test.each([
  ['2026-03-09T12:00:00Z', { key: 'daysLeft', count: 1, tone: 'neutral' }],
  ['2026-03-10T23:59:00Z', { key: 'dueToday', tone: 'neutral' }],
  ['2026-03-11T00:00:00Z', { key: 'daysLate', count: 1, tone: 'bad' }],
])('at %s its promise is %j', (now, said) => {
  expect(refundDays({ ...line, returnedOn: null }, at(now))).toEqual(said);
});

test.each([
  ['2026-03-01', { key: 'tookNoDay', tone: 'good' }],
  // The day there, while it is the next one by the clock of the world.
  ['2026-02-28', { key: 'tookNoDay', tone: 'good' }],
  ['2026-03-04', { key: 'took', count: 3, tone: 'good' }],
])('returned on %s it was %j', (on, said) => {
  expect(refundDays({ ...line, returnedOn: day(on) }, line.createdAt)).toEqual(said);
});
