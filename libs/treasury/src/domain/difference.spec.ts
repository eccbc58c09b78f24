import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { compareSides, remedyOf, type ObjectSides, type MoneySide } from './difference.ts';

const side = (amount: number, fee = 0): MoneySide => ({
  amount: money(BigInt(amount), 'USD'),
  fee: money(BigInt(fee), 'USD'),
});
const sides = (objectId: string, more: Partial<ObjectSides>): ObjectSides => ({
  ...{ objectId, moved: null, booked: null, category: null },
  ...{ isUnderWay: false, isPayersCash: false, ...more },
});
const PAID = side(10_000, 290);
const GONE = side(-10_000);

test.each<[string, string, Partial<ObjectSides>]>([
  ['a payment with its fee', 'pi_1', { moved: PAID, booked: PAID }],
  ['a refund that is under way', 're_1', { moved: GONE, isUnderWay: true }],
  [
    'the same, with nothing left in the books',
    're_1',
    { ...{ moved: GONE, booked: side(0) }, isUnderWay: true },
  ],
  ['a refund that failed at the processor', 're_1', { moved: side(0) }],
  ['a refund that came back in the books as well', 're_1', { moved: side(0), booked: side(0) }],
  ['money in a payer’s own name', 'ccsbtxn_1', { booked: PAID, isPayersCash: true }],
  ['a dispute with what it costs', 'du_1', { moved: side(-500, 15), booked: side(-500, 15) }],
])('no difference: %s', (_, objectId, more) => {
  expect(compareSides(sides(objectId, more))).toBeNull();
});

test.each<[string, Partial<ObjectSides>, string, string | null]>([
  ['pi_1', { moved: PAID }, 'payment not_booked', 'ask'],
  ['pi_1', { moved: PAID, booked: side(0) }, 'payment not_booked', 'ask'],
  ['pi_1', { moved: PAID, booked: side(10_000) }, 'payment fee_not_booked', 'ask'],
  ['pi_1', { booked: side(10_000) }, 'payment not_moved', 'ask'],
  ['pi_1', { moved: PAID, booked: side(9_999, 290) }, 'payment other_amount', 'ask'],
  ['pi_1', { moved: PAID, booked: side(10_000, 291) }, 'payment other_amount', 'ask'],
  ['re_1', { moved: GONE }, 'refund not_booked', 'ask'],
  ['pyr_1', { moved: side(0), booked: GONE }, 'refund other_amount', 'ask'],
  ['re_1', { booked: GONE }, 'refund not_moved', 'ask'],
  ['re_1', { booked: GONE, isUnderWay: true }, 'refund not_moved', 'ask'],
  ['du_1', { moved: side(-10_000, 15) }, 'dispute not_booked', 'ask'],
  ['du_1', { moved: side(0, 15), booked: side(-10_000, 15) }, 'dispute other_amount', 'ask'],
  ['po_1', { moved: GONE, category: 'payout' }, 'payout not_booked', 'book'],
  ['po_1', { booked: GONE }, 'payout not_moved', null],
  ['tu_1', { moved: side(5_000), category: 'topup' }, 'top_up not_booked', 'book'],
  ['txn_1', { moved: side(-200), category: 'fee' }, 'processor_fee not_booked', 'book'],
  ['txn_1', { moved: side(-200), category: 'tax' }, 'processor_fee not_booked', 'book'],
  ['txn_1', { moved: side(-7), category: 'risk_reserved_funds' }, 'other not_booked', 'book'],
  ['ch_1', { moved: PAID, category: 'charge' }, 'other not_booked', null],
])('%s %j: %s', (objectId, more, expected, remedy) => {
  const found = compareSides(sides(objectId, more));
  expect(found && `${found.subject} ${found.kind}`).toBe(expected);
  expect(remedyOf({ objectId, ...found! })).toBe(remedy);
});
