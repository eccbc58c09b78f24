/** Payments that are made without Checkout, by card. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, chargeOf, post, refusal, type Sandbox, storyOf } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 3_600_000 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

const create = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  sandbox.stripe.paymentIntents.create({ amount: 10_000, currency: 'usd', ...more });
const pay = (payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  create({ payment_method, confirm: true, expand: ['latest_charge'], ...more });

test('an intent is made, given a method and confirmed, each in its own call', async () => {
  const { paymentIntents } = sandbox.stripe;
  const { id, status } = await create();
  expect(status).toBe('requires_payment_method');
  expect(await refusal(paymentIntents.confirm(id))).toMatchObject({
    ...{ status: 400, code: 'payment_intent_unexpected_state' },
  });
  const paid = await paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 10_000 });
  expect(await refusal(paymentIntents.confirm(id))).toMatchObject({
    message: expect.stringContaining('it has already succeeded'),
  });
  expect(await storyOf(sandbox, id)).toEqual([
    ...['payment_intent.created', 'payment_intent.succeeded'],
  ]);
});

test('a declined card is a 402 that leaves the attempt behind, also under its key', async () => {
  const idempotencyKey = 'attempt-1';
  const params = {
    ...{ amount: 10_000, currency: 'usd', confirm: true },
    payment_method: 'pm_card_visa_chargeDeclined',
  };
  const ask = () => sandbox.stripe.paymentIntents.create(params, { idempotencyKey });
  const first: unknown = await ask().catch((error: unknown) => error);
  expect(first).toMatchObject({
    ...{ type: 'StripeCardError', statusCode: 402, code: 'card_declined' },
    ...{ decline_code: 'generic_decline', message: 'Your card was declined.' },
    payment_intent: { status: 'requires_payment_method', amount: 10_000 },
    charge: expect.stringMatching(/^ch_/),
  });
  expect(await refusal(ask())).toMatchObject({ status: 402 });
  const { data } = await sandbox.stripe.paymentIntents.list();
  expect(data).toHaveLength(1);
  expect(await storyOf(sandbox, data[0]?.id ?? '')).toEqual([
    ...['payment_intent.created', 'payment_intent.payment_failed'],
  ]);
});

test('allowed types that do not fit drop out; the old parameter is refused', async () => {
  const allowed_payment_method_types: Stripe.PaymentIntentCreateParams.AllowedPaymentMethodType[] =
    ['card', 'us_bank_account', 'customer_balance'];
  const types = async (more: Partial<Stripe.PaymentIntentCreateParams>) =>
    (await create({ allowed_payment_method_types, ...more })).payment_method_types;
  expect(await types({ currency: 'eur' })).toEqual(['card']);
  expect(await types({})).toEqual(['card', 'us_bank_account']);
  const { id: customer } = await sandbox.stripe.customers.create({});
  expect(await types({ customer })).toEqual(['card', 'us_bank_account', 'customer_balance']);
  expect(await refusal(types({ excluded_payment_method_types: ['card'] }))).toMatchObject({
    ...{ status: 400, code: 'parameters_exclusive' },
  });
  const old = { amount: 10_000, currency: 'usd', payment_method_types: ['card'] };
  expect(await refusal(sandbox.stripe.paymentIntents.create(old))).toMatchObject({
    ...{ status: 400, code: 'payment_method_types_no_longer_supported' },
  });
});

test('a method of a type that is not allowed is refused', async () => {
  const asked = pay('pm_usBankAccount_success', { allowed_payment_method_types: ['card'] });
  expect(await refusal(asked)).toMatchObject({
    ...{ status: 400, code: 'payment_intent_incompatible_payment_method' },
  });
});

test('the bank’s question leads to its page and from there back to us', async () => {
  const return_url = 'http://127.0.0.1:9/back?case=1';
  const asked = await pay('pm_card_authenticationRequired', { return_url });
  expect(asked).toMatchObject({ status: 'requires_action', latest_charge: null });
  const { url } = asked.next_action?.redirect_to_url ?? {};
  const page = await fetch(String(url));
  expect([page.status, await page.text()]).toEqual([
    ...[200, expect.stringContaining('Confirm with your bank')],
  ]);
  const back = await post(String(url), { answer: 'confirm' });
  const to = new URL(String(back.headers.get('location')));
  expect([to.searchParams.get('case'), to.searchParams.get('redirect_status')]).toEqual([
    ...['1', 'succeeded'],
  ]);
  expect(await sandbox.stripe.paymentIntents.retrieve(asked.id)).toMatchObject({
    status: 'succeeded',
  });
});

test('an intent that is not paid can be cancelled, and one of a session only expires with it', async () => {
  const { paymentIntents } = sandbox.stripe;
  const { id } = await create();
  const canceled = await paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
  expect(await refusal(paymentIntents.cancel(id))).toMatchObject({
    message: expect.stringContaining('it has a status of canceled'),
  });
  const ofSession = await sandbox.paid();
  expect(await refusal(paymentIntents.cancel(ofSession.id))).toMatchObject({
    message: expect.stringContaining('Checkout Session'),
  });
});

test.each([
  [0, 'parameter_invalid_integer'],
  [49, 'amount_too_small'],
  [100_000_000, 'amount_too_large'],
])('an amount of %s is refused', async (amount, code) => {
  expect(await refusal(create({ amount }))).toMatchObject({ status: 400, code, param: 'amount' });
});

test('test cards whose banks complain do so before the intent has succeeded', async () => {
  const disputed = await pay('pm_card_createDispute');
  expect(chargeOf(disputed).disputed).toBe(true);
  expect(await sandbox.eventTypes()).toEqual([
    ...['payment_intent.created', 'charge.succeeded', 'charge.dispute.created'],
    ...['charge.dispute.funds_withdrawn', 'payment_intent.succeeded'],
  ]);
  const warned = await pay('pm_card_createIssuerFraudRecord');
  const { data } = await sandbox.stripe.radar.earlyFraudWarnings.list({
    payment_intent: warned.id,
  });
  expect(data).toEqual([
    expect.objectContaining({ actionable: true, charge: chargeOf(warned).id }),
  ]);
});

test('a method is kept for its customer, and its number is a test number', async () => {
  const { customers, paymentMethods } = sandbox.stripe;
  const { id: customer } = await customers.create({ email: 'payer@example.org' });
  const card = await paymentMethods.create({
    ...{ type: 'card', card: { number: '4242424242424242', exp_month: 1, exp_year: 2040 } },
  });
  await paymentMethods.attach(card.id, { customer });
  expect((await customers.listPaymentMethods(customer)).data.map((row) => row.id)).toEqual([
    card.id,
  ]);
  expect(await paymentMethods.detach(card.id)).toMatchObject({ customer: null });
  const wrong = { type: 'card', card: { number: '4111111111111111' } } as const;
  expect(await refusal(paymentMethods.create(wrong))).toMatchObject({ status: 400 });
});
