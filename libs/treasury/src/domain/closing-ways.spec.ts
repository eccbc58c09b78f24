import { addDays, dayFromIso, money } from '#kernel';
import { expect, test } from '@jest/globals';
import { closingWays, type HeldMoney } from './closing-ways.ts';

const today = dayFromIso('2026-11-27');
const inDays = (days: number | null) => (days === null ? null : addDays(today, days));
const held = (over: Partial<HeldMoney> = {}): HeldMoney => ({
  ...{ bondId: 'b', reference: 'VB-1', amount: money(1_000_000n, 'USD'), method: 'card' },
  ...{ heldSince: today, refundableUntil: null, cardExpiresOn: null, expectedEnd: null },
  ...{ hasAccount: false, toldOn: null, refundId: null, ...over },
});
const seen = (...list: HeldMoney[]) =>
  closingWays(list, { today, holdingDays: 730 }).map((c) => [
    ...[c.what, c.on.since(today, { largestUnit: 'day' }).days, c.isOver, c.step],
  ]);

test.each([
  // method, refundable for, expected end in, what is seen
  ['us_bank_account', 10, null, ['bank_debit', 10, false, 'ask_payer']],
  ['customer_balance', 10, null, ['bank_transfer', 10, false, 'ask_payer']],
  ['us_bank_account', 0, null, ['bank_debit', 0, false, 'ask_payer']],
  ['us_bank_account', -1, null, ['bank_debit', -1, true, 'ask_payer']],
  ['us_bank_account', -90, null, ['bank_debit', -90, true, 'ask_payer']],
  ['us_bank_account', -91, null, null],
  ['us_bank_account', 60, null, ['bank_debit', 60, false, 'ask_payer']],
  ['us_bank_account', 61, null, null],
  ['us_bank_account', null, null, null],
  // Goes back in time: left out until the last days.
  ['us_bank_account', 50, 36, null],
  ['us_bank_account', 50, 37, ['bank_debit', 50, false, 'ask_payer']],
  ['us_bank_account', 15, -30, null],
  ['us_bank_account', 14, -30, ['bank_debit', 14, false, 'ask_payer']],
] as const)('paid by %s, refundable for %s days, ends in %s', (method, days, end, line) => {
  const money = held({ method, refundableUntil: inDays(days), expectedEnd: inDays(end) });
  expect(seen(money)).toEqual(line ? [line] : []);
});

test.each([
  // card expires in, expected end in, what is seen
  [20, null, ['card', 20, false, 'ask_payer']],
  [20, 100, ['card', 20, false, 'ask_payer']],
  [20, 3, null],
  [5, 3, ['card', 5, false, 'ask_payer']],
  [-3, 100, ['card', -3, true, 'ask_payer']],
  [null, 100, null],
] as const)('a card that expires in %s days, the bond in %s', (days, end, line) => {
  const money = held({ cardExpiresOn: inDays(days), expectedEnd: inDays(end) });
  expect(seen(money)).toEqual(line ? [line] : []);
});

test.each([
  // held for, what is seen
  [0, null],
  [669, null],
  [670, ['holding', 60, false, 'send_to_bank']],
  [730, ['holding', 0, false, 'send_to_bank']],
  [731, ['holding', -1, true, 'send_to_bank']],
] as const)('money that the processor has held for %d days', (days, line) => {
  expect(seen(held({ heldSince: addDays(today, -days) }))).toEqual(line ? [line] : []);
});

test.each([
  [{ hasAccount: true }, 'nothing'],
  [{ hasAccount: true, refundId: 'r' }, 'nothing'],
  [{ refundId: 'r' }, 'ask_on_refund'],
  [{}, 'ask_payer'],
] as const)('with %j the one step is: %s', (known, step) => {
  expect(seen(held({ ...known, cardExpiresOn: inDays(1) }))[0]![3]).toBe(step);
});

test('one bond may have two days, and the first comes first', () => {
  const both = held({
    ...{ method: 'us_bank_account', refundableUntil: inDays(30) },
    heldSince: addDays(today, -725),
  });
  const other = held({ cardExpiresOn: inDays(12), reference: 'VB-0' });
  expect(seen(both, other).map(([what]) => what)).toEqual(['holding', 'card', 'bank_debit']);
});
