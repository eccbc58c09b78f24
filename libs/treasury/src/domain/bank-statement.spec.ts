import { dayFromIso, money } from '#kernel';
import { expect, test } from '@jest/globals';
import {
  addedBy,
  faultOf,
  isOfAccount,
  namesOf,
  processorObjectIn,
  type KeptSoFar,
  type ReadStatement,
  type StatementEntry,
} from './bank-statement.ts';

const usd = (minor: number) => money(BigInt(minor), 'USD');
const entry = (day: number, minor: number, ref: string | null = null): StatementEntry => ({
  ...{ amount: usd(minor), bookedOn: dayFromIso(`2026-11-0${day}`), bankReference: ref },
  ...{ disbursementId: null, paymentFileId: null, processorObject: null },
});
/** Of these days, from this balance; it closes with what its entries make unless said otherwise. */
function statement(
  [from, to]: readonly [number, number],
  opening: number,
  entries: readonly StatementEntry[] = [],
  closing = entries.reduce((sum, e) => sum + Number(e.amount.minor), opening),
): ReadStatement {
  return {
    ...{ account: 'FR7630006000011234567890189', currency: 'USD', entries },
    from: dayFromIso(`2026-11-0${from}`),
    to: dayFromIso(`2026-11-0${to}`),
    ...{ opening: usd(opening), closing: usd(closing) },
  };
}

const today = dayFromIso('2026-11-08');
test.each([
  [
    'opening and entries make the closing',
    statement([1, 2], 100, [entry(1, 50), entry(2, -30)]),
    null,
  ],
  ['nothing happened', statement([1, 2], 100), null],
  ['one cent is missing', statement([1, 1], 100, [entry(1, 50)], 149), 'sum_differs'],
  ['it ends before it begins', statement([2, 1], 0), 'wrong_order'],
  ['it ends tomorrow, east of here', statement([1, 9], 0), null],
  ['an entry of another day', statement([2, 3], 0, [entry(1, 5)]), 'entry_outside'],
  [
    'an entry of another currency',
    { ...statement([1, 1], 0), entries: [{ ...entry(1, 5), amount: money(5n, 'EUR') }] },
    'other_currency',
  ],
  [
    'it ends after tomorrow',
    { ...statement([1, 1], 0), to: dayFromIso('2026-11-10') },
    'in_the_future',
  ],
])('by itself: %s', (_, read, fault) => {
  expect(faultOf(read, today)).toBe(fault);
});

/** Kept up to the third: 100, +50 on the second, -30 on the third, so 120. */
const kept = (from: number): KeptSoFar => ({
  ...{ to: dayFromIso('2026-11-03'), closing: usd(120) },
  since: namesOf([entry(2, 50, 'B1'), entry(3, -30, 'B2')]).filter(
    ({ bookedOn }) => bookedOn.day >= from,
  ),
});
const both = [entry(2, 50, 'B1'), entry(3, -30, 'B2')];

test.each<[string, ReadStatement, number, string]>([
  ['the first', statement([1, 3], 100, both), 0, '50 -30'],
  ['it goes on the next day', statement([4, 5], 120, [entry(4, 7)]), 4, '7'],
  [
    'days without a statement in which nothing moved',
    statement([6, 7], 120, [entry(6, 7)]),
    6,
    '7',
  ],
  ['it goes on the same day', statement([3, 4], 120, [entry(3, 9)]), 3, '9'],
  ['the same again on the same day', statement([3, 4], 120, [entry(3, -30, 'B2')]), 3, '-30'],
  ['it overlaps two days', statement([2, 4], 100, [...both, entry(4, 7)]), 2, '7'],
  ['a late entry on a day that both have', statement([3, 4], 150, [both[1]!, entry(3, 7)]), 3, '7'],
  ['the same days again, and nothing new', statement([2, 3], 100, both), 2, ''],
  ['days are missing in between', statement([6, 7], 130), 6, 'days_missing 2026-11-04 2026-11-05'],
  ['another balance on the next day', statement([4, 5], 121), 4, 'does_not_continue 121 120'],
  [
    'another balance before the days of both',
    statement([2, 4], 99, both),
    2,
    'does_not_continue 99 100',
  ],
  ['it lacks what is kept', statement([2, 4], 100, [both[0]!]), 2, 'says_otherwise'],
  [
    'it has it in another amount',
    statement([3, 4], 150, [entry(3, -31, 'B2')]),
    3,
    'says_otherwise',
  ],
  ['it ends before what is kept', statement([1, 2], 100, [both[0]!]), 1, 'older'],
])('after what is kept: %s', (what, read, from, expected) => {
  const added = addedBy(read, what === 'the first' ? null : kept(from));
  const said = added.ok
    ? added.value.map((e) => `${e.amount.minor}`).join(' ')
    : [added.code, ...Object.values(added.detail ?? {})].join(' ');
  expect(said).toBe(expected);
});

test('what the bank numbers alike, or not at all, is told apart by its place', () => {
  const names = namesOf([entry(1, 5), entry(1, 5), entry(1, 6), entry(1, 5, 'R')]);
  expect(names.map(({ key }) => key)).toEqual([
    ...['2026-11-01 5 - 1', '2026-11-01 5 - 2', '2026-11-01 6 - 1', '2026-11-01 5 R 1'],
  ]);
  const again = namesOf([entry(1, 5)], new Set(names.map(({ key }) => key)));
  expect(again[0]!.key).toBe('2026-11-01 5 - 3');
});

const IBAN = 'FR7630006000011234567890189';
const US = '021000021/1234567';
test.each([
  [IBAN, IBAN, true],
  ['FR76 3000 6000 0112 3456 7890 189', IBAN, true],
  ['FR7630006000011234567890188', IBAN, false],
  ['11234567890', IBAN, false],
  ['1234567', US, true],
  ['021000021/1234567', US, true],
  ['0210000211234567', US, true],
  ['34567', US, false],
  ['021000021', US, false],
])('%s is of %s: %s', (account, own, expected) => {
  expect(isOfAccount(account, own)).toBe(expected);
});

test('only what is ours is taken out of a text', () => {
  expect(processorObjectIn(['Jane Roe, rent', 'STRIPE po_1AbC9 PAYOUT'])).toBe('po_1AbC9');
  expect(processorObjectIn(['STRIPE PAYOUT', 'pi_123 apo_77'])).toBeNull();
});
