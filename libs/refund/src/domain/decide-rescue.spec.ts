import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { mayAskForAccount, nextAccountReminder, type RefundToRescue } from './decide-rescue.ts';

const failed: RefundToRescue = {
  ...{ isReturned: false, hasPayer: true, state: 'due', attempt: 2 },
  ...{ isFrozen: false, isOpen: false },
};

test('a payer is asked once what was tried has failed', () => {
  expect(mayAskForAccount(failed)).toEqual({ ok: true, value: true });
});

test.each([
  ['already_returned', { isReturned: true }],
  ['already_asked', { isOpen: true }],
  ['no_payer', { hasPayer: false }],
  ['money_left_elsewhere', { isFrozen: true }],
  ['not_failed', { attempt: 1 }],
  ['not_failed', { state: 'pending' as const }],
])('not where: %s', (code, is) => {
  expect(mayAskForAccount({ ...failed, ...is })).toMatchObject({ ok: false, code });
});

const day = (text: string) => Temporal.PlainDate.from(text);
test.each([
  ['2026-11-27', '2026-11-27', '2026-12-04'],
  ['2026-11-27', '2026-12-03', '2026-12-04'],
  ['2026-11-27', '2026-12-04', '2026-12-27'],
  ['2026-11-27', '2026-12-27', '2027-11-27'],
  ['2026-11-27', '2027-11-26', '2027-11-27'],
  ['2026-11-27', '2027-11-27', '2028-11-27'],
  // Nobody looked for years: one reminder, and the next one is a year after the last that was due.
  ['2026-11-27', '2031-01-01', '2031-11-27'],
  ['2028-02-29', '2029-03-01', '2030-02-28'],
  // A clock that went backwards.
  ['2026-11-27', '2026-11-20', '2026-12-04'],
])('asked on %s: after %s the next reminder is on %s', (asked, today, next) => {
  expect(nextAccountReminder(day(asked), day(today)).toString()).toBe(next);
});
