/** Refunds of what banks carried: slow, bound to 180 days, and sometimes without an address. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, refusal, type Sandbox, storyOf } from './support.ts';

let sandbox: Sandbox;
let customer: string;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 1000 })));
beforeEach(async () => {
  await sandbox.control('POST', '/reset');
  ({ id: customer } = await sandbox.stripe.customers.create({ email: 'payer@example.org' }));
});
afterAll(() => sandbox.close());

const base = { amount: 10_000, currency: 'usd', confirm: true };
const debit = (payment_method = 'pm_usBankAccount_success') =>
  sandbox.stripe.paymentIntents.create({
    ...{ ...base, payment_method, customer },
    mandate_data: { customer_acceptance: { type: 'offline' } },
  });
async function transferred(): Promise<Stripe.PaymentIntent> {
  const funding = { amount: 10_000, currency: 'usd' };
  await sandbox.stripe.testHelpers.customers.fundCashBalance(customer, funding);
  return sandbox.stripe.paymentIntents.create({
    ...{ ...base, customer, payment_method_data: { type: 'customer_balance' } },
  });
}
const refund = ({ id }: Stripe.PaymentIntent) =>
  sandbox.stripe.refunds.create({ payment_intent: id });
const now = ({ id }: Stripe.Refund) => sandbox.stripe.refunds.retrieve(id);
const cash = async () => (await sandbox.stripe.customers.retrieveCashBalance(customer)).available;

test('a debit is sent back to its account within days, with a number to trace it by', async () => {
  const paid = await debit();
  await sandbox.days(5);
  const made = await refund(paid);
  expect(made).toMatchObject({
    ...{ id: expect.stringMatching(/^pyr_/), status: 'pending', pending_reason: 'processing' },
  });
  await sandbox.days(3);
  await sandbox.days(1);
  expect(await now(made)).toMatchObject({
    status: 'succeeded',
    destination_details: { us_bank_transfer: { reference_status: 'available' } },
  });
});

test('a refund before the debit has come waits for it, and ends with it if it does not come', async () => {
  const made = await refund(await debit());
  expect(made).toMatchObject({ status: 'pending', pending_reason: 'charge_pending' });
  await sandbox.days(4);
  expect(await now(made)).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  const lost = await refund(await debit('pm_usBankAccount_insufficientFunds'));
  await sandbox.days(4);
  expect((await now(lost)).status).toBe('canceled');
});

test('after 180 days neither a debit nor a transfer is sent back', async () => {
  const [byDebit, byTransfer] = [await debit(), await transferred()];
  await sandbox.days(181);
  for (const paid of [byDebit, byTransfer]) {
    expect(await refusal(refund(paid))).toMatchObject({ code: 'charge_not_refundable' });
  }
});

test('for a transfer Stripe asks the payer for an account, and sends when it has one', async () => {
  const made = await refund(await transferred());
  expect(made).toMatchObject({
    ...{ status: 'requires_action', instructions_email: 'payer@example.org' },
    next_action: { display_details: { email_sent: { email_sent_to: 'payer@example.org' } } },
  });
  await sandbox.control('POST', `/refunds/${made.id}/name_account`);
  await sandbox.days(3);
  expect((await now(made)).status).toBe('succeeded');
});

test('without an answer in 45 days it is cancelled, and the money is the customer’s cash', async () => {
  const made = await refund(await transferred());
  await sandbox.days(44);
  expect((await now(made)).status).toBe('requires_action');
  await sandbox.days(1);
  expect((await now(made)).status).toBe('canceled');
  expect(await cash()).toEqual({ usd: 10_000 });
  // Only thirty days are listed: how it began is gone.
  expect(await storyOf(sandbox, made.id)).toEqual(['refund.updated', 'charge.refund.updated']);
});

test('a waiting refund can be stopped or expired by hand, one of a card cannot', async () => {
  const made = await refund(await transferred());
  expect(await sandbox.stripe.refunds.cancel(made.id)).toMatchObject({ status: 'canceled' });
  const other = await refund(await transferred());
  const expired = await sandbox.stripe.testHelpers.refunds.expire(other.id);
  expect(expired.status).toBe('canceled');
  const card = await refund(await sandbox.paid());
  expect(await refusal(sandbox.stripe.refunds.cancel(card.id))).toMatchObject({ status: 400 });
});

test('without an email address there is nobody to ask', async () => {
  ({ id: customer } = await sandbox.stripe.customers.create({}));
  const paid = await transferred();
  expect(await refusal(refund(paid))).toMatchObject({ param: 'instructions_email' });
});

test('cash that belongs to no payment goes back to its customer', async () => {
  const funding = { amount: 3000, currency: 'usd' };
  await sandbox.stripe.testHelpers.customers.fundCashBalance(customer, funding);
  const give = (amount: number) =>
    sandbox.stripe.refunds.create({
      ...{ amount, currency: 'usd', customer, origin: 'customer_balance' },
    });
  expect(await refusal(give(3001))).toMatchObject({ param: 'amount' });
  const made = await give(3000);
  expect(made).toMatchObject({ status: 'requires_action', charge: null, payment_intent: null });
  expect(await cash()).toBeNull();
  await sandbox.stripe.refunds.cancel(made.id);
  expect(await cash()).toEqual({ usd: 3000 });
});
