/** A payment that its payer's bank disputes: what is taken, what is refused, and how it ends. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, chargeOf, refusal, type Sandbox } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 3_600_000 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

const dispute = (intent: string, more: object = {}) =>
  sandbox.control<Stripe.Dispute>('POST', `/payment_intents/${intent}/dispute`, more);
const becomes = (id: string, step: string) =>
  sandbox.control<Stripe.Dispute>('POST', `/disputes/${id}/${step}`);
const disputeEvents = async () =>
  (await sandbox.eventTypes()).filter((type) => type.startsWith('charge.dispute.'));
const moved = ({ balance_transactions: rows }: Stripe.Dispute) =>
  rows.map((r) => [r.amount, r.fee]);

test('the money is taken with a fee, no refund is made, and it comes back when it is won', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id);
  const open = await sandbox.stripe.disputes.retrieve(id);
  expect(open).toMatchObject({ status: 'needs_response', payment_intent: intent.id });
  expect(moved(open)).toEqual([[-1_000_000, 1500]]);
  const refund = sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(await refusal(refund)).toMatchObject({ status: 400, code: 'charge_disputed' });
  expect(moved(await becomes(id, 'win'))).toEqual([
    [-1_000_000, 1500],
    [1_000_000, 0],
  ]);
  const made = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(made.status).toBe('succeeded');
  const again = await sandbox.stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge'],
  });
  expect(chargeOf(again).disputed).toBe(true);
  expect(await disputeEvents()).toEqual([
    ...['charge.dispute.created', 'charge.dispute.funds_withdrawn'],
    ...['charge.dispute.funds_reinstated', 'charge.dispute.closed'],
  ]);
});

test('an inquiry takes nothing and lets the payment be refunded', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id, { inquiry: true });
  await sandbox.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
  const closed = await becomes(id, 'win');
  expect(closed).toMatchObject({ status: 'warning_closed', balance_transactions: [] });
  expect(await disputeEvents()).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
});

test('a refund that waits while its payment is disputed fails', async () => {
  const intent = await sandbox.paid('refundLater');
  const { id } = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  await dispute(intent.id);
  expect(await sandbox.stripe.refunds.retrieve(id)).toMatchObject({
    ...{ status: 'failed', failure_reason: 'charge_for_pending_refund_disputed' },
  });
});

test('a lost dispute keeps the money, and can still be won on appeal', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id, { amount: 400_000 });
  expect(moved(await becomes(id, 'lose'))).toEqual([[-400_000, 1500]]);
  await expect(becomes(id, 'lose')).rejects.toThrow('lost');
  expect(await becomes(id, 'win')).toMatchObject({ status: 'won' });
});
