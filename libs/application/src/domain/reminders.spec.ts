import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { nextReminder } from './reminders.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ['2027-03-14', '2027-02-13', '2027-02-28'],
  ['2028-03-14', '2028-02-13', '2028-02-29'],
  ['2026-12-10', '2026-11-10', '2026-11-26'],
  ['2026-12-10', '2026-11-25', '2026-11-26'],
  ['2026-12-10', '2026-11-26', '2026-12-03'],
  ['2026-12-10', '2026-12-05', '2026-12-08'],
  ['2026-12-10', '2026-12-08', '2026-12-10'],
  ['2026-12-10', '2026-12-10', null],
])('leave by %s: after %s the next reminder is on %s', (leaveBy, after, next) => {
  expect(nextReminder(day(leaveBy), day(after))?.toString() ?? null).toBe(next);
});
