/** ACH debits: the bank is asked, answers after days, and its customer may still take the money back. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import {
  type AccountName,
  ACCOUNTS,
} from '../../apps/stripe-emulator/src/payment-methods/bank-accounts.ts';
import {
  aSandbox,
  chargeOf,
  goodForm,
  post,
  refusal,
  type Sandbox,
  type Session,
  storyOf,
} from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 1000 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

const mandate_data = { customer_acceptance: { type: 'offline' } } as const;

function debit(account: AccountName = 'bankPays'): Promise<Stripe.PaymentIntent> {
  return sandbox.stripe.paymentIntents.create({
    ...{ amount: 1_000_000, currency: 'usd', confirm: true, mandate_data },
    ...{ payment_method: ACCOUNTS[account].token, expand: ['latest_charge'] },
  });
}

const now = (intent: Stripe.PaymentIntent) =>
  sandbox.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });

test('a debit is in processing until the bank has answered, four days later', async () => {
  const asked = await debit();
  expect(asked).toMatchObject({ status: 'processing', amount_received: 0 });
  expect(chargeOf(asked)).toMatchObject({
    ...{ id: expect.stringMatching(/^py_/), status: 'pending', paid: false },
    payment_method_details: { type: 'us_bank_account', us_bank_account: { last4: '6789' } },
  });
  await sandbox.days(3);
  expect((await now(asked)).status).toBe('processing');
  await sandbox.days(1);
  const paid = await now(asked);
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1_000_000 });
  expect(await storyOf(sandbox, chargeOf(asked).id)).toEqual([
    ...['charge.pending', 'charge.succeeded', 'charge.updated'],
  ]);
  expect(await storyOf(sandbox, asked.id)).toEqual([
    ...['payment_intent.created', 'payment_intent.processing', 'payment_intent.succeeded'],
  ]);
  const { data } = await sandbox.stripe.balanceTransactions.list();
  expect(data).toEqual([
    expect.objectContaining({ type: 'payment', reporting_category: 'charge', fee: 500 }),
  ]);
});

test.each([
  ['bankShort', 'insufficient_funds'],
  ['bankClosed', 'account_closed'],
  ['bankRefuses', 'debit_not_authorized'],
] as const)('a debit of %s fails after days with %s', async (account, code) => {
  const asked = await debit(account);
  await sandbox.days(4);
  const failed = await now(asked);
  expect(failed).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } });
  expect(chargeOf(failed)).toMatchObject({ status: 'failed', paid: false, failure_code: code });
});

test('a bank that never answers is asked for ever, unless the intent is cancelled', async () => {
  const asked = await debit('bankSilent');
  await sandbox.days(300);
  expect((await now(asked)).status).toBe('processing');
  await sandbox.stripe.paymentIntents.cancel(asked.id);
  expect(chargeOf(await now(asked)).status).toBe('failed');
});

test('money taken back by the payer’s bank is a dispute that is lost at once', async () => {
  const asked = await debit('bankDisputes');
  await sandbox.days(4);
  expect((await now(asked)).status).toBe('succeeded');
  await sandbox.days(10);
  const { data } = await sandbox.stripe.disputes.list({ payment_intent: asked.id });
  expect(data).toEqual([
    expect.objectContaining({ status: 'lost', reason: 'debit_not_authorized', amount: 1_000_000 }),
  ]);
  expect(await storyOf(sandbox, data[0]?.id ?? '')).toEqual([
    ...['charge.dispute.created', 'charge.dispute.funds_withdrawn', 'charge.dispute.closed'],
  ]);
});

test('a debit needs a mandate, and somebody may let the bank answer now', async () => {
  const params = { amount: 5000, currency: 'usd', confirm: true };
  const method = { payment_method: ACCOUNTS.bankPays.token };
  expect(
    await refusal(sandbox.stripe.paymentIntents.create({ ...params, ...method })),
  ).toMatchObject({ status: 400, param: 'mandate_data' });
  const path = (intent: Stripe.PaymentIntent) => `/payment_intents/${intent.id}/settle`;
  const paid = await debit();
  await sandbox.control('POST', path(paid));
  expect((await now(paid)).status).toBe('succeeded');
  const failed = await debit();
  await sandbox.control('POST', path(failed), { failure: 'no_account' });
  expect((await now(failed)).last_payment_error?.code).toBe('no_account');
});

function payOnPage(session: Session, account: AccountName): Promise<Response> {
  const { email, name } = goodForm;
  const typed = { email, name, routing: '110000000', account: ACCOUNTS[account].number };
  return post(`${session.url}?method=us_bank_account`, typed);
}

test.each([
  ['bankPays', 'checkout.session.async_payment_succeeded', 'paid'],
  ['bankShort', 'checkout.session.async_payment_failed', 'unpaid'],
] as const)('on the page, a debit of %s ends with %s', async (account, end, payment_status) => {
  const allowed = ['card', 'us_bank_account'] as const;
  const session = await sandbox.openSession({ allowed_payment_method_types: [...allowed] });
  const reply = await payOnPage(session, account);
  expect(reply.status).toBe(303);
  expect(reply.headers.get('location')).toContain('/done');
  const { sessions } = sandbox.stripe.checkout;
  expect(await sessions.retrieve(session.id)).toMatchObject({
    ...{ status: 'complete', payment_status: 'unpaid' },
  });
  await sandbox.days(4);
  expect(await sessions.retrieve(session.id)).toMatchObject({ status: 'complete', payment_status });
  expect(await storyOf(sandbox, session.id)).toEqual(['checkout.session.completed', end]);
});

test('on the page, a number that is no test account is not kept', async () => {
  const session = await sandbox.openSession({ allowed_payment_method_types: ['us_bank_account'] });
  const { email, name } = goodForm;
  const reply = await post(String(session.url), {
    ...{ email, name, routing: '021000021', account: '123456789012' },
  });
  const body = await reply.text();
  expect(reply.status).toBe(422);
  expect(body).toContain('Use one of the test accounts');
  expect(body).not.toContain('123456789012');
});
