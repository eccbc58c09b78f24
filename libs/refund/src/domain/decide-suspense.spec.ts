import { expect, test } from '@jest/globals';
import { money, refused, Temporal } from '#kernel';
import {
  isEnoughAlone,
  KEEP_DAYS_MAX,
  mayAnswerSuspense,
  mayKeepUntil,
  mayMatch,
  mayReturn,
  strictestPromise,
  type BondToMatch,
} from './decide-suspense.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const there = (minor: bigint) => ({ free: usd(minor), frozen: null });
const waiting: BondToMatch = {
  ...{ state: 'required', amount: usd(1_000_000n), isSigned: true, bearsALoss: false },
};

test('what is free goes back, unless a part of the payment is away', () => {
  expect(mayReturn(there(5n))).toEqual({ ok: true, value: usd(5n) });
  expect(mayReturn(there(0n))).toMatchObject({ code: 'nothing_free' });
  expect(mayReturn({ free: null, frozen: null })).toMatchObject({ code: 'nothing_free' });
  expect(mayReturn({ ...there(5n), frozen: refused('money_left_elsewhere') })).toMatchObject({
    code: 'money_left_elsewhere',
  });
});

test('a bond takes what it asks, and the rest stays', () => {
  expect(mayMatch(there(1_000_000n), waiting)).toEqual({
    ok: true,
    value: { amount: usd(1_000_000n), rest: usd(0n) },
  });
  expect(mayMatch(there(1_000_001n), { ...waiting, state: 'payment_started' })).toEqual({
    ok: true,
    value: { amount: usd(1_000_000n), rest: usd(1n) },
  });
});

test.each([
  ['bond_lapsed', { state: 'lapsed' }, 1_000_000n],
  ['bond_not_waiting', { state: 'held' }, 1_000_000n],
  ['bond_not_waiting', { state: 'withdrawn' }, 1_000_000n],
  ['other_currency', { amount: money(1_000_000n, 'EUR') }, 1_000_000n],
  ['not_enough', {}, 999_999n],
  ['not_signed', { isSigned: false }, 1_000_000n],
  ['bears_a_loss', { bearsALoss: true }, 1_000_000n],
  ['nothing_free', {}, 0n],
] as const)('no match: %s', (code, change, free) => {
  expect(mayMatch(there(free), { ...waiting, ...change })).toMatchObject({ ok: false, code });
});

test('one person is enough up to the amount, and only for money of the bond’s own payment', () => {
  const at = (amountMinor: bigint, cameByItsPayment = true, above = 500_000n) =>
    isEnoughAlone({ amountMinor, cameByItsPayment, secondPersonAboveMinor: above });
  expect([at(500_000n), at(500_001n), at(1n, false), at(1n, true, 0n)]).toEqual([
    ...[true, false, false, false],
  ]);
});

test('kept from tomorrow on, and not for ever', () => {
  const today = Temporal.PlainDate.from('2026-11-26');
  const in_ = (days: number) => mayKeepUntil(today.add({ days }), today);
  expect(in_(0)).toMatchObject({ code: 'not_later' });
  expect(in_(1).ok).toBe(true);
  expect(in_(KEEP_DAYS_MAX).ok).toBe(true);
  expect(in_(KEEP_DAYS_MAX + 1)).toMatchObject({ code: 'too_long' });
});

test('another person approves; who proposed it takes it back; nobody answers twice', () => {
  const row = { state: 'proposed', proposedBy: 'ama' } as const;
  expect(mayAnswerSuspense(row, 'approved', 'ama')).toMatchObject({ code: 'same_person' });
  expect(mayAnswerSuspense(row, 'approved', 'boubacar')).toEqual({ ok: true, value: 'approved' });
  expect(mayAnswerSuspense(row, 'declined', 'ama').ok).toBe(true);
  const done = { ...row, state: 'done' } as const;
  expect(mayAnswerSuspense(done, 'declined', 'boubacar')).toMatchObject({ code: 'wrong_state' });
});

test('where no programme is known, the shortest promise of any counts', () => {
  const of = (refundPromiseDays: number) => ({ rules: { refundPromiseDays } });
  expect(strictestPromise([of(30), of(14)])).toEqual({ refundPromiseDays: 14 });
  expect(() => strictestPromise([])).toThrow('no programme');
});
