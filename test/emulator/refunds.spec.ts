/** What becomes of a refund after the answer: later success, the bank's reference, late failure. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { idOf } from '../../apps/stripe-emulator/src/state/kinds.ts';
import { aSandbox, chargeOf, refusal, type Sandbox, submitCard, until } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox()));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

/** The types of events since the payment itself. */
async function refundEvents(): Promise<string[]> {
  return (await sandbox.eventTypes()).filter((type) => type.includes('refund'));
}

test('the bank reference of a refund arrives later', async () => {
  const { id } = await sandbox.stripe.refunds.create({ payment_intent: (await sandbox.paid()).id });
  const traced = await until(async () => {
    const refund = await sandbox.stripe.refunds.retrieve(id);
    return refund.destination_details?.card?.reference && refund;
  });
  expect(traced).toMatchObject({
    status: 'succeeded',
    destination_details: {
      card: {
        reference: expect.stringMatching(/^\d{23}$/),
        reference_status: 'available',
        reference_type: 'acquirer_reference_number',
      },
    },
  });
  expect(await refundEvents()).toEqual([
    'refund.created',
    'charge.refunded',
    'refund.updated',
    'charge.refund.updated',
  ]);
});

test('card 7726: the refund is pending at first and succeeds later', async () => {
  const intent = await sandbox.paid('refundLater');
  const refund = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  const done = await until(async () => {
    const now = await sandbox.stripe.refunds.retrieve(refund.id);
    return now.status === 'succeeded' && now;
  });
  expect(done).not.toHaveProperty('pending_reason');
  const { data } = await sandbox.stripe.events.list({ types: ['refund.updated'] });
  expect(data.at(-1)?.data.previous_attributes).toMatchObject({ status: 'pending' });
});

test('card 5126: the refund succeeds, then fails, and the money is ours again', async () => {
  const intent = await sandbox.paid('refundFails', 5000);
  const refund = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(refund.status).toBe('succeeded');
  const failed = await until(async () => {
    const now = await sandbox.stripe.refunds.retrieve(refund.id, {
      expand: ['failure_balance_transaction'],
    });
    return now.status === 'failed' && now;
  });
  expect(failed).toMatchObject({
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: { amount: 5000, type: 'refund_failure', source: refund.id },
  });
  expect(await sandbox.stripe.charges.retrieve(chargeOf(intent).id)).toMatchObject({
    ...{ amount_refunded: 0, refunded: false },
  });
  expect(await refundEvents()).toEqual([
    'refund.created',
    'charge.refunded',
    'refund.updated',
    'charge.refund.updated',
    'refund.failed',
  ]);
});

test('a control route fails or completes a refund, once', async () => {
  const intent = await sandbox.paid('refundLater');
  const { id } = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  await sandbox.control('POST', `/refunds/${id}/succeed`);
  expect((await sandbox.stripe.refunds.retrieve(id)).status).toBe('succeeded');
  await sandbox.control('POST', `/refunds/${id}/fail`, { reason: 'lost_or_stolen_card' });
  expect(await sandbox.stripe.refunds.retrieve(id)).toMatchObject({
    ...{ status: 'failed', failure_reason: 'lost_or_stolen_card' },
  });
  await expect(sandbox.control('POST', `/refunds/${id}/fail`)).rejects.toThrow('it must be');
  expect(await sandbox.control('GET', '/refunds')).toEqual({
    ...{ totals: { 'usd failed': { count: 1, amount: 1_000_000 } }, over_refunded: [] },
  });
});

test('an intent that was never paid has nothing to refund', async () => {
  const session = await sandbox.openSession();
  await submitCard(session, 'declined');
  const { payment_intent: id } = await sandbox.stripe.checkout.sessions.retrieve(session.id);
  expect(await refusal(sandbox.stripe.refunds.create({ payment_intent: idOf(id) }))).toMatchObject({
    message: `This PaymentIntent (${idOf(id)}) does not have a successful charge to refund.`,
  });
});

test('a payment out of nothing looks like any other', async () => {
  const intent = await sandbox.control<{ id: string }>('POST', '/payment_intents', {
    ...{ amount: 2500, currency: 'usd', metadata: { bond_id: 'unknown' } },
  });
  expect(await sandbox.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    ...{ status: 'succeeded', amount_received: 2500, metadata: { bond_id: 'unknown' } },
  });
  expect((await sandbox.stripe.checkout.sessions.list()).data).toEqual([]);
});

test('a refund waits while the balance is empty, leaves when there is money, or fails in the end', async () => {
  const { stripe } = sandbox;
  await sandbox.control('POST', '/balance', { empty: true });
  const { id } = await stripe.refunds.create({ payment_intent: (await sandbox.paid()).id });
  expect(await stripe.refunds.retrieve(id)).toMatchObject({
    ...{ status: 'pending', pending_reason: 'insufficient_funds', balance_transaction: null },
  });
  await sandbox.control('POST', '/balance', { empty: false });
  const left = await stripe.refunds.retrieve(id);
  expect(left).toMatchObject({ status: 'succeeded' });
  expect(left.pending_reason).toBeUndefined();
  expect(left.balance_transaction).toMatch(/^txn_/);

  await sandbox.control('POST', '/balance', { empty: true });
  const intent = (await sandbox.paid()).id;
  const second = await stripe.refunds.create({ payment_intent: intent });
  await sandbox.control('POST', '/clock', { advance_seconds: 45 * 24 * 3600 + 60 });
  expect(await stripe.refunds.retrieve(second.id)).toMatchObject({
    ...{ status: 'failed', failure_reason: 'insufficient_funds' },
  });
});
