/** The contract's questions about payments: cards without Checkout, debits, transfers, disputes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { atEmulatorOnly, type Contract, openContract, PATIENCE_MS } from './contract.ts';
import { refusal, until } from './support.ts';

let contract: Contract;
let stripe: Stripe;
beforeAll(async () => {
  contract = await openContract();
  ({ stripe } = contract);
});
afterAll(() => contract.close());

const base = { amount: 10_000, currency: 'usd', confirm: true } as const;
const byCard = (payment_method: string): Stripe.PaymentIntentCreateParams => ({
  ...{ ...base, payment_method, allowed_payment_method_types: ['card'] },
});
const mandate_data = { customer_acceptance: { type: 'offline' } } as const;
const aCustomer = async () => (await stripe.customers.create({ email: 'payer@example.org' })).id;

test(
  'a declined card is a 402 with its codes and the intent as it is now',
  async () => {
    const asked = stripe.paymentIntents.create(byCard('pm_card_visa_chargeDeclined'));
    const error: unknown = await asked.catch((refused: unknown) => refused);
    expect(error).toMatchObject({
      ...{ statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' },
      payment_intent: { object: 'payment_intent', status: 'requires_payment_method' },
    });
  },
  PATIENCE_MS,
);

test(
  'allowed types that do not fit drop out, and payment_method_types is refused',
  async () => {
    const intent = await stripe.paymentIntents.create({
      ...{ amount: 10_000, currency: 'eur' },
      allowed_payment_method_types: ['card', 'us_bank_account'],
    });
    expect(intent.payment_method_types).toEqual(['card']);
    const old = { amount: 10_000, currency: 'usd', payment_method_types: ['card'] };
    expect(await refusal(stripe.paymentIntents.create(old))).toMatchObject({
      ...{ status: 400, code: 'payment_method_types_no_longer_supported' },
    });
  },
  PATIENCE_MS,
);

test(
  'an intent is cancelled once, and one that succeeded is not',
  async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 10_000, currency: 'usd' });
    expect((await stripe.paymentIntents.cancel(id)).status).toBe('canceled');
    const paid = await stripe.paymentIntents.create(byCard('pm_card_visa'));
    expect(await refusal(stripe.paymentIntents.cancel(paid.id))).toMatchObject({
      ...{ status: 400, code: 'payment_intent_unexpected_state' },
    });
  },
  PATIENCE_MS,
);

const debit = (payment_method: string) =>
  stripe.paymentIntents.create({
    ...{ ...base, payment_method, mandate_data },
    allowed_payment_method_types: ['us_bank_account'],
  });

test(
  'a debit is in processing first',
  async () => {
    const asked = await debit('pm_usBankAccount_processing');
    expect(asked).toMatchObject({ status: 'processing', amount_received: 0 });
  },
  PATIENCE_MS,
);

atEmulatorOnly('a debit succeeds or fails after days', async () => {
  const paid = await debit('pm_usBankAccount_success');
  const failed = await debit('pm_usBankAccount_accountClosed');
  await contract.sandbox?.days(4);
  expect((await stripe.paymentIntents.retrieve(paid.id)).status).toBe('succeeded');
  expect((await stripe.paymentIntents.retrieve(failed.id)).status).toBe('requires_payment_method');
});

async function transferred(customer: string): Promise<Stripe.PaymentIntent> {
  const asked = await stripe.paymentIntents.create({
    ...{ ...base, customer, payment_method_data: { type: 'customer_balance' } },
    allowed_payment_method_types: ['customer_balance'],
    payment_method_options: {
      customer_balance: {
        ...{ funding_type: 'bank_transfer', bank_transfer: { type: 'us_bank_transfer' } },
      },
    },
  });
  expect(asked.next_action?.type).toBe('display_bank_transfer_instructions');
  return asked;
}

const fund = (customer: string, amount: number) =>
  stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: 'usd' });
const becomes = (id: string, status: string) =>
  until(async () => {
    const intent = await stripe.paymentIntents.retrieve(id);
    return intent.status === status && intent;
  });

test(
  'a transfer in parts pays with the last part, and what is too much stays cash',
  async () => {
    const customer = await aCustomer();
    const { id } = await transferred(customer);
    await fund(customer, 4000);
    const partly = await until(async () => {
      const { next_action: action } = await stripe.paymentIntents.retrieve(id);
      return action?.display_bank_transfer_instructions?.amount_remaining === 6000;
    });
    expect(partly).toBe(true);
    await fund(customer, 7000);
    expect((await becomes(id, 'succeeded')).amount_received).toBe(10_000);
    const { available } = await stripe.customers.retrieveCashBalance(customer);
    expect(available).toEqual({ usd: 1000 });
  },
  PATIENCE_MS,
);

test(
  'a refund of a transfer asks the payer for an account, until it is expired',
  async () => {
    const customer = await aCustomer();
    const { id } = await transferred(customer);
    await fund(customer, 10_000);
    await becomes(id, 'succeeded');
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('requires_action');
    const expired = await stripe.testHelpers.refunds.expire(refund.id);
    expect(['canceled', 'failed']).toContain(expired.status);
  },
  PATIENCE_MS,
);

const disputeOf = (payment_intent: string) =>
  until(async () => (await stripe.disputes.list({ payment_intent })).data[0]);

test(
  'a disputed payment is not refunded, and evidence decides the dispute',
  async () => {
    const { id } = await stripe.paymentIntents.create(byCard('pm_card_createDispute'));
    const dispute = await disputeOf(id);
    expect(dispute).toMatchObject({ status: 'needs_response', reason: 'fraudulent' });
    const refused = await refusal(stripe.refunds.create({ payment_intent: id }));
    expect(refused).toMatchObject({ status: 400, code: 'charge_disputed' });
    await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    const won = await until(async () => {
      const now = await stripe.disputes.retrieve(dispute.id);
      return now.status === 'won' && now;
    });
    expect(won.is_charge_refundable).toBe(true);
  },
  PATIENCE_MS,
);

test(
  'more than the balance has is not paid out',
  async () => {
    const payout = stripe.payouts.create({ amount: 99_999_999, currency: 'usd' });
    expect(await refusal(payout)).toMatchObject({ status: 400, code: 'balance_insufficient' });
  },
  PATIENCE_MS,
);
