import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { receiptOf } from './receipt.ts';

const heldAt = Temporal.Instant.from('2026-03-01T10:00:00Z');
const payment = (receivedPaymentId: string | null, state: 'paid' | 'failed') => ({
  ...{ receivedPaymentId, state },
});
const again = payment('again', 'paid');
const first = payment('first', 'paid');
const declined = payment(null, 'failed');

test('the receipt is of the payment that posted the bond, whatever arrived beside it', () => {
  const view = { bond: { heldAt }, payments: [again, first, declined] };
  const aside = [{ receivedPaymentId: 'again', why: 'bond_has_enough' as const }];
  expect(receiptOf(view, aside)).toBe(first);
  expect(receiptOf({ ...view, payments: [first, again] }, aside)).toBe(first);
  expect(receiptOf(view, [{ receivedPaymentId: 'first', why: 'more_than_asked' }])).toBe(first);
});

test('there is none before the bond is held, nor for a payment that failed', () => {
  expect(receiptOf({ bond: { heldAt: null }, payments: [first] }, [])).toBeNull();
  expect(receiptOf({ bond: { heldAt }, payments: [declined] }, [])).toBeNull();
});
