import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { nextReminder, remind } from './reminders.ts';

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

const stay = {
  ...{ isTravelling: true, leaveBy: day('2026-12-10'), departedOn: null },
  remindOn: day('2026-11-26'),
};

test.each([
  ['2026-11-25', undefined],
  ['2026-11-26', { isSent: true, next: day('2026-12-03') }],
  // Nobody looked for days: one mail, not two.
  ['2026-12-09', { isSent: true, next: day('2026-12-10') }],
  ['2026-12-10', { isSent: true, next: null }],
  ['2026-12-11', { isSent: false, next: null }],
])('on %s', (today, expected) => {
  expect(remind(stay, day(today))).toEqual(expected);
});

test('who has left, or is not travelling, is not reminded', () => {
  const over = { isSent: false, next: null };
  expect(remind({ ...stay, departedOn: day('2026-11-20') }, day('2026-11-26'))).toEqual(over);
  expect(remind({ ...stay, isTravelling: false }, day('2026-11-26'))).toEqual(over);
});
