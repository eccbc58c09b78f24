import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bondLifecycle, toPostStates } from './bond.lifecycle.ts';
import { decidePayment, isSurplus, refundableUntil, type PaymentFacts } from './decide-payment.ts';
import { bookedStates, paymentLifecycle } from './payment.lifecycle.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const facts: PaymentFacts = {
  paymentState: 'awaiting_payer',
  bondState: 'payment_started',
  bondAmount: usd(1_000_000n),
  wasHeld: false,
  status: 'paid',
  received: usd(1_000_000n),
};

test('the whole amount posts the bond', () => {
  expect(decidePayment(facts)).toEqual({
    events: ['paid'],
    book: { toBond: 1_000_000n, rest: null },
    becomesHeld: true,
  });
});

test('what is not for the bond waits, and why', () => {
  const book = (more: Partial<PaymentFacts>) => decidePayment({ ...facts, ...more }).book;
  expect(book({ received: usd(999_999n) })).toEqual({ toBond: 0n, rest: 'not_in_full' });
  expect(book({ received: usd(1_000_001n) })).toEqual({
    toBond: 1_000_000n,
    rest: 'more_than_asked',
  });
  expect(book({ received: money(1_000_000n, 'EUR') })).toEqual({
    toBond: 0n,
    rest: 'other_currency',
  });
  expect(book({ bondState: 'lapsed' })).toEqual({ toBond: 0n, rest: 'bond_over' });
  expect(book({ bondState: 'withdrawn' })).toEqual({ toBond: 0n, rest: 'bond_over' });
  const over = bondLifecycle.states.filter(
    (s) => !['lapsed', 'withdrawn', ...toPostStates].includes(s),
  );
  for (const bondState of over) {
    expect(book({ bondState, wasHeld: true })).toEqual({ toBond: 0n, rest: 'bond_has_enough' });
  }
});

test('only what is certainly too much may go back by rule', () => {
  expect(
    (
      [
        'unknown_payment',
        'bond_over',
        'bond_has_enough',
        'not_in_full',
        'other_currency',
        'more_than_asked',
        'not_used',
        'bears_a_loss',
      ] as const
    ).filter(isSurplus),
  ).toEqual(['bond_has_enough', 'more_than_asked', 'not_used']);
});

test('each status in each state: the steps of the payment', () => {
  const steps = paymentLifecycle.states.flatMap((paymentState) =>
    (['open', 'part', 'processing', 'paid', 'failed', 'expired'] as const).map((status) => {
      const { events } = decidePayment({ ...facts, paymentState, status });
      return events.length ? `${paymentState}, ${status}: ${events.join(' ')}` : '';
    }),
  );
  expect(steps.filter(Boolean)).toEqual([
    'created, open: session_opened',
    'created, part: session_opened part_arrived',
    'created, processing: session_opened processing_started',
    'created, paid: session_opened paid',
    'created, failed: session_opened failed',
    'created, expired: session_opened expired',
    'awaiting_payer, part: part_arrived',
    'awaiting_payer, processing: processing_started',
    'awaiting_payer, paid: paid',
    'awaiting_payer, failed: failed',
    'awaiting_payer, expired: expired',
    'partially_funded, paid: paid',
    'partially_funded, expired: expired',
    'processing, paid: paid',
    'processing, failed: failed',
    'processing, expired: expired',
    'failed, paid: paid',
    'expired, paid: paid',
  ]);
});

test('what is booked is not booked again, whatever is told', () => {
  const any = fc.record({
    paymentState: fc.constantFrom(...bookedStates),
    bondState: fc.constantFrom(...bondLifecycle.states),
    wasHeld: fc.boolean(),
    status: fc.constantFrom('open', 'part', 'processing', 'paid', 'failed', 'expired'),
  });
  fc.assert(
    fc.property(any, (more) => {
      expect(decidePayment({ ...facts, ...more })).toEqual({
        events: [],
        book: null,
        becomesHeld: false,
      });
    }),
  );
});

test('money is split without loss, and a bond takes its amount or nothing', () => {
  const any = fc.record({
    bondState: fc.constantFrom(...bondLifecycle.states),
    wasHeld: fc.boolean(),
    received: fc.bigInt({ min: 1n, max: 3_000_000n }).map(usd),
  });
  fc.assert(
    fc.property(any, (more) => {
      const { book, becomesHeld } = decidePayment({ ...facts, ...more });
      expect([0n, 1_000_000n]).toContain(book!.toBond);
      expect(becomesHeld).toBe(book!.toBond > 0n);
      expect(book!.rest === null).toBe(book!.toBond === more.received.minor);
    }),
  );
});

test('until when it can be refunded by the way it came', () => {
  const paidAt = Temporal.Instant.from('2026-01-01T12:00:00Z');
  expect(refundableUntil('card', paidAt)).toBeNull();
  expect(refundableUntil(null, paidAt)).toBeNull();
  expect(refundableUntil('us_bank_account', paidAt)?.toString()).toBe('2026-06-30');
});
