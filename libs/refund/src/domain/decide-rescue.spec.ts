import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import {
  mayAskForAccount,
  mayPay,
  nextAccountReminder,
  type AccountToPay,
  type RefundToRescue,
} from './decide-rescue.ts';

const failed: RefundToRescue = {
  ...{ isReturned: false, hasPayer: true, state: 'due', attempt: 2 },
  ...{ isFrozen: false, isOpen: false, isWayClosed: false, isPayersCash: false },
};

test('a payer is asked once what was tried has failed', () => {
  expect(mayAskForAccount(failed)).toEqual({ ok: true, value: true });
  expect(mayAskForAccount({ ...failed, attempt: 1, isWayClosed: true })).toMatchObject({
    ok: true,
  });
});

test.each([
  ['already_returned', { isReturned: true }],
  ['already_asked', { isOpen: true }],
  ['no_payer', { hasPayer: false }],
  ['money_left_elsewhere', { isFrozen: true }],
  ['not_failed', { attempt: 1 }],
  ['lies_as_cash', { isPayersCash: true }],
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

const ready: AccountToPay = {
  ...{ state: 'given', isCoolingOff: false, disbursement: 'due', stopped: null, isSetUp: true },
};
test('an account is paid to once its 48 hours are over and nothing else is on its way', () => {
  expect(mayPay(ready, 'proposed').ok).toBe(true);
  expect(mayPay({ ...ready, state: 'proposed' }, 'approved').ok).toBe(true);
});
test.each([
  ['no_account', { state: 'asked' as const }],
  ['cooling_off', { isCoolingOff: true }],
  ['money_left_elsewhere', { stopped: 'money_left_elsewhere' as const }],
  ['case_frozen', { stopped: 'case_frozen' as const }],
  ['on_its_way', { disbursement: 'sending' as const }],
  ['not_set_up', { isSetUp: false }],
  ['wrong_state', { state: 'under_way' as const }],
  ['wrong_state', { state: 'proposed' as const }],
])('it is not where: %s', (code, is) => {
  expect(mayPay({ ...ready, ...is }, 'proposed')).toMatchObject({ ok: false, code });
});
