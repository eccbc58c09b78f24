import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import type { ProcessorCheckout, ProcessorPayment, ProcessorRefund } from './processor-objects.ts';
import { EVENT_TYPES, handlingOf, LISTED_TYPES } from './event-types.ts';
import { inboxLifecycle, TRIES_MAX, waitAfter } from './inbox.lifecycle.ts';
import { factOfCash, factOfCheckout, factOfPayment, factOfRefund } from './read-facts.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}Z`);
const payment: ProcessorPayment = {
  id: 'pi_1',
  status: 'succeeded',
  paymentId: 'ours',
  received: money(1_000_000n, 'USD'),
  chargeId: 'ch_1',
  cardExpiresOn: null,
  declineCode: null,
  method: 'card',
  fee: null,
  transfer: null,
  createdAt: at('10:00:00'),
  chargedAt: at('10:05:00'),
};
const checkout: ProcessorCheckout = {
  id: 'cs_1',
  status: 'complete',
  url: null,
  paymentId: 'ours',
  payment,
  createdAt: at('09:59:00'),
  expiresAt: at('12:00:00'),
};

test.each([
  ['open', null, 'open'],
  ['open', 'requires_payment_method', 'open'],
  ['complete', 'succeeded', 'paid'],
  ['expired', 'succeeded', 'paid'],
  ['complete', 'processing', 'processing'],
  ['complete', 'requires_payment_method', 'failed'],
  ['complete', 'canceled', 'expired'],
  ['expired', 'requires_payment_method', 'expired'],
  ['expired', null, 'expired'],
] as const)('a session %s with a payment %s is %s', (status, paymentStatus, means) => {
  const inside = paymentStatus && { ...payment, status: paymentStatus };
  const fact = factOfCheckout({ ...checkout, status, payment: inside });
  expect(fact).toMatchObject({ status: means, sessionId: 'cs_1', paymentId: 'ours' });
  expect(fact.received === null).toBe(means !== 'paid');
});

test.each([
  [0n, 'open', null],
  [400_000n, 'part', money(400_000n, 'USD')],
] as const)('a transfer that waits, with %s here, is %s', (minor, means, arrived) => {
  const transfer = { arrived: money(minor, 'USD'), url: 'https://pay.example/1' };
  const inside = { ...payment, status: 'requires_action', transfer };
  expect(factOfCheckout({ ...checkout, payment: inside })).toMatchObject({
    ...{ status: means, arrived, received: null, transferUrl: 'https://pay.example/1' },
  });
});

test('what a transfer left over: all that came and no payment took, whatever went back', () => {
  const moved = (id: string, type: string, minor: bigint, currency = 'USD') => ({
    ...{ id, type, amount: money(minor, currency), at: at('10:00:00') },
  });
  const movements = [
    moved('ccsbtxn_7', 'funded', 1n, 'EUR'),
    moved('ccsbtxn_6', 'return_canceled', 70n),
    moved('ccsbtxn_5', 'return_initiated', -70n),
    moved('ccsbtxn_4', 'refunded_from_payment', 500n),
    moved('ccsbtxn_3', 'unapplied_from_payment', 30n),
    moved('ccsbtxn_2', 'applied_to_payment', -30n),
    moved('ccsbtxn_1', 'funded', 100n),
  ];
  const { left } = factOfCash({ customerId: 'cus_1', movements });
  expect(left.map(({ amount, movementId }) => [amount, movementId])).toEqual([
    [money(100n, 'USD'), 'ccsbtxn_3'],
    [money(1n, 'EUR'), 'ccsbtxn_7'],
  ]);
});

test.each([
  ['succeeded', 'paid'],
  ['processing', 'processing'],
  ['canceled', 'failed'],
  ['requires_payment_method', 'open'],
  ['requires_action', 'open'],
])('a payment without a session that is %s is %s', (status, means) => {
  const fact = factOfPayment({ ...payment, status });
  expect(fact).toMatchObject({ status: means, sessionId: null, paymentId: 'ours' });
  expect(fact.received === null).toBe(means !== 'paid');
  expect(fact.happenedAt).toEqual(at('10:05:00'));
});

test('a refund carries when we learned of it; a status of tomorrow is no fact', () => {
  const refund: ProcessorRefund = {
    id: 're_1',
    disbursementId: 'd',
    processorPaymentId: 'pi_1',
    amount: money(5n, 'USD'),
    status: 'failed',
    pendingReason: null,
    failureReason: 'expired_or_canceled_card',
    traceNumber: null,
    createdAt: at('10:00:00'),
  };
  const learned = at('11:00:00');
  expect(factOfRefund(refund, learned)).toMatchObject({ status: 'failed', happenedAt: learned });
  expect(factOfRefund({ ...refund, status: 'reconsidered' }, learned)).toBeUndefined();
});

test('types: what we act on can be listed, what we do not know goes to a person', () => {
  expect(LISTED_TYPES.length).toBeLessThanOrEqual(20);
  expect(LISTED_TYPES.every((t) => EVENT_TYPES[t] !== 'nothing')).toBe(true);
  expect(handlingOf('charge.dispute.created')).toBe('dispute');
  expect(handlingOf('payout.failed')).toBe('desk');
  expect(handlingOf('subscription.moon_phase')).toBe('unknown');
  expect(handlingOf('charge.refunded')).toBe('nothing');
});

test('the inbox: every state and event', () => {
  const found = inboxLifecycle.states.flatMap((s) =>
    inboxLifecycle.events.flatMap((e) => {
      const next = inboxLifecycle.next(s, e);
      return next.ok ? [`${s} ${e} ${next.value}`] : [];
    }),
  );
  expect(found).toEqual([
    'received applied applied',
    'received parked parked',
    'received failed failed',
    'applied asked_again received',
    'parked asked_again received',
    'failed asked_again received',
  ]);
});

test('waits grow from a quarter of a second to an hour', () => {
  const waits = Array.from({ length: TRIES_MAX }, (_, n) => waitAfter(n + 1));
  expect(waits.slice(0, 4)).toEqual([250, 750, 2250, 6750]);
  expect(waits.at(-1)).toBe(3_600_000);
  expect([...waits].sort((a, b) => a - b)).toEqual(waits);
});
