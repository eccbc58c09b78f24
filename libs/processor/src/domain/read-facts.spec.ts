import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import type { ProcessorCheckout, ProcessorPayment, ProcessorRefund } from './processor-objects.ts';
import { EVENT_TYPES, handlingOf, LISTED_TYPES } from './event-types.ts';
import { inboxLifecycle, TRIES_MAX, waitAfter } from './inbox.lifecycle.ts';
import { factOfCheckout, factOfPayment, factOfRefund } from './read-facts.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}Z`);
const payment: ProcessorPayment = {
  id: 'pi_1',
  status: 'succeeded',
  paymentId: 'ours',
  received: money(1_000_000n, 'USD'),
  chargeId: 'ch_1',
  declineCode: null,
  method: 'card',
  fee: null,
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
  ['complete', 'canceled', 'failed'],
  ['expired', 'requires_payment_method', 'expired'],
  ['expired', null, 'expired'],
] as const)('a session %s with a payment %s is %s', (status, paymentStatus, means) => {
  const inside = paymentStatus && { ...payment, status: paymentStatus };
  const fact = factOfCheckout({ ...checkout, status, payment: inside });
  expect(fact).toMatchObject({ status: means, sessionId: 'cs_1', paymentId: 'ours' });
  expect(fact.received === null).toBe(means !== 'paid');
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
