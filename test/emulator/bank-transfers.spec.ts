/** Money by bank transfer: told where to send it, sent in parts or too much, and kept as cash. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, chargeOf, goodForm, post, refusal, type Sandbox, storyOf } from './support.ts';

let sandbox: Sandbox;
let customer: string;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 1000 })));
beforeEach(async () => {
  await sandbox.control('POST', '/reset');
  ({ id: customer } = await sandbox.stripe.customers.create({ email: 'payer@example.org' }));
});
afterAll(() => sandbox.close());

function transfer(amount: number): Promise<Stripe.PaymentIntent> {
  return sandbox.stripe.paymentIntents.create({
    ...{ amount, currency: 'usd', customer, confirm: true },
    allowed_payment_method_types: ['customer_balance'],
    payment_method_data: { type: 'customer_balance' },
  });
}

const fund = (amount: number, reference?: string) =>
  sandbox.stripe.testHelpers.customers.fundCashBalance(customer, {
    ...{ amount, currency: 'usd', ...(reference ? { reference } : {}) },
  });
const cash = async () => (await sandbox.stripe.customers.retrieveCashBalance(customer)).available;
const now = (intent: Stripe.PaymentIntent) =>
  sandbox.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
const told = ({ next_action: action }: Stripe.PaymentIntent) =>
  action?.display_bank_transfer_instructions;
const movements = async () =>
  (await sandbox.stripe.customers.listCashBalanceTransactions(customer)).data
    .map((row) => [row.type, row.net_amount, row.ending_balance])
    .reverse();

test('the payer is told an account, a reference and what is still to come', async () => {
  const asked = await transfer(10_000);
  expect(asked.status).toBe('requires_action');
  expect(told(asked)).toMatchObject({
    ...{ amount_remaining: 10_000, currency: 'usd', type: 'us_bank_transfer' },
    reference: expect.stringMatching(/^\w{12}$/),
    financial_addresses: [{ type: 'aba' }, { type: 'swift' }],
  });
  const page = await fetch(String(told(asked)?.hosted_instructions_url));
  expect(await page.text()).toContain(String(told(asked)?.reference));
});

test('money in parts pays in parts, and the intent succeeds with the last', async () => {
  const asked = await transfer(10_000);
  await fund(4000);
  expect(told(await now(asked))?.amount_remaining).toBe(6000);
  await fund(6000);
  const paid = await now(asked);
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 10_000 });
  expect(chargeOf(paid).payment_method_details).toEqual({
    ...{ type: 'customer_balance', customer_balance: {} },
  });
  expect(await storyOf(sandbox, asked.id)).toEqual([
    ...['payment_intent.created', 'payment_intent.requires_action'],
    ...['payment_intent.partially_funded', 'payment_intent.succeeded'],
  ]);
  expect(await movements()).toEqual([
    ...[['funded', 4000, 4000]],
    ...[['applied_to_payment', -4000, 0]],
    ...[['funded', 6000, 6000]],
    ...[['applied_to_payment', -6000, 0]],
  ]);
});

test('what is too much stays cash, and pays the next intent without a transfer', async () => {
  await transfer(10_000);
  await fund(15_000);
  expect(await cash()).toEqual({ usd: 5000 });
  expect((await transfer(3000)).status).toBe('succeeded');
  expect(await cash()).toEqual({ usd: 2000 });
});

test('a reference pays its own intent, an exact amount the one that asks for it', async () => {
  const [first, second, third] = [
    await transfer(10_000),
    await transfer(20_000),
    await transfer(30_000),
  ];
  await fund(30_000);
  expect((await now(third)).status).toBe('succeeded');
  await fund(5000, `bond ${told(second)?.reference}`);
  expect(told(await now(second))?.amount_remaining).toBe(15_000);
  await fund(1000);
  expect(told(await now(first))?.amount_remaining).toBe(9000);
});

test('a cancelled intent gives back what had come for it', async () => {
  const asked = await transfer(10_000);
  await fund(4000);
  await sandbox.stripe.paymentIntents.cancel(asked.id);
  expect(await cash()).toEqual({ usd: 4000 });
  expect((await movements()).at(-1)).toEqual(['unapplied_from_payment', 4000, 4000]);
});

test('in manual mode nothing is applied until somebody says so', async () => {
  const { customers, paymentIntents } = sandbox.stripe;
  const settings = { reconciliation_mode: 'manual' } as const;
  await customers.updateCashBalance(customer, { settings });
  const asked = await transfer(10_000);
  await fund(10_000);
  expect((await now(asked)).status).toBe('requires_action');
  await paymentIntents.applyCustomerBalance(asked.id, { amount: 1000, currency: 'usd' });
  expect(told(await now(asked))?.amount_remaining).toBe(9000);
  expect(
    await refusal(paymentIntents.applyCustomerBalance(asked.id, { amount: 9001 })),
  ).toMatchObject({ status: 400 });
  expect((await paymentIntents.applyCustomerBalance(asked.id)).status).toBe('succeeded');
});

test('on the page, the session is complete when the payer has the details, and paid when money comes', async () => {
  const session = await sandbox.openSession({
    ...{ customer, allowed_payment_method_types: ['card', 'customer_balance'] },
  });
  const url = String(session.url);
  const { email, name } = goodForm;
  const reply = await post(`${url}?method=customer_balance`, { email, name });
  expect([reply.status, reply.headers.get('location')]).toEqual([303, `/c/pay/${session.id}`]);
  expect(await (await fetch(url)).text()).toContain('Send the money from your bank');
  const { sessions } = sandbox.stripe.checkout;
  expect((await sessions.retrieve(session.id)).payment_status).toBe('unpaid');
  await fund(1_000_000);
  expect((await sessions.retrieve(session.id)).payment_status).toBe('paid');
  expect(await storyOf(sandbox, session.id)).toEqual([
    ...['checkout.session.completed', 'checkout.session.async_payment_succeeded'],
  ]);
});

test('a bank takes back what no payment has taken, and no more than that', async () => {
  await fund(7_000);
  const path = `/customers/${customer}/reverse_funding`;
  await expect(sandbox.control('POST', path, { amount: 8_000 })).rejects.toThrow('from 1 to 7000');
  await sandbox.control('POST', path, { amount: 3_000 });
  expect(await movements()).toEqual([
    ['funded', 7_000, 7_000],
    ['funding_reversed', -3_000, 4_000],
  ]);
  expect(await cash()).toEqual({ usd: 4_000 });
});
