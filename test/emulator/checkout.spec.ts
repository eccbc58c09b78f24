import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { idOf } from '../../apps/stripe-emulator/src/state/kinds.ts';
import {
  aSandbox,
  chargeOf,
  goodForm,
  item,
  post,
  refusal,
  type Sandbox,
  sessionParams,
  submitCard,
  submitForm,
  until,
} from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 400 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

test('a session opens unpaid, with the methods that can be used and no intent yet', async () => {
  const session = await sandbox.openSession({
    allowed_payment_method_types: ['card', 'us_bank_account', 'customer_balance', 'klarna'],
    client_reference_id: 'payment-1',
  });
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: 1_000_000,
    currency: 'usd',
    payment_method_types: ['card', 'us_bank_account'],
    client_reference_id: 'payment-1',
    metadata: { bond_id: 'b-1' },
    url: `${sandbox.url}/c/pay/${session.id}`,
  });
  expect(session.id).toMatch(/^cs_test_a1\w{56}$/);
  expect(session.expires_at - session.created).toBe(24 * 60 * 60);
});

test('paying redirects to the success address and completes session, intent and charge', async () => {
  const session = await sandbox.openSession();
  const reply = await submitCard(session, 'visa');
  expect(reply.status).toBe(303);
  expect(reply.headers.get('location')).toBe(`http://127.0.0.1:9/done?session=${session.id}`);

  const done = await sandbox.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge', 'line_items'],
  });
  expect(done).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer_details: { email: goodForm.email, name: goodForm.name },
    line_items: { data: [{ description: 'Visa bond VB-1', amount_total: 1_000_000 }] },
    payment_intent: {
      status: 'succeeded',
      amount_received: 1_000_000,
      metadata: { bond_id: 'b-1' },
      latest_charge: { status: 'succeeded', balance_transaction: null, captured: true },
    },
  });
});

test('fee and net arrive a moment after the payment, with charge.updated', async () => {
  const charge = chargeOf(await sandbox.paid());
  expect(charge.balance_transaction).toBeNull();
  const [event] = await until(async () => {
    const { data } = await sandbox.stripe.events.list({ types: ['charge.updated'] });
    return data.length > 0 && data;
  });
  expect(event?.data.previous_attributes).toEqual({ balance_transaction: null });
  const settled = await sandbox.stripe.charges.retrieve(charge.id, {
    expand: ['balance_transaction'],
  });
  expect(settled.balance_transaction).toMatchObject({
    amount: 1_000_000,
    fee: 29_030,
    net: 970_970,
    status: 'pending',
    type: 'charge',
    source: charge.id,
  });
  expect(await sandbox.eventTypes()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.updated',
  ]);
});

test('a decline leaves the session open; the same intent is paid with another card', async () => {
  const session = await sandbox.openSession();
  const declined = await submitCard(session, 'insufficientFunds');
  expect(declined.status).toBe(402);
  expect(await declined.text()).toContain('Your card has insufficient funds.');
  const open = await sandbox.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent'],
  });
  expect(open).toMatchObject({
    status: 'open',
    payment_intent: {
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    },
  });

  expect((await submitCard(session, 'visa')).status).toBe(303);
  const done = await sandbox.stripe.checkout.sessions.retrieve(session.id);
  expect(done.payment_intent).toBe((open.payment_intent as { id: string }).id);
  expect((await sandbox.eventTypes()).slice(0, 6)).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
});

test('a challenged card is charged only after the bank heard yes', async () => {
  const session = await sandbox.openSession();
  const asked = await submitForm(session, { ...goodForm, number: '4000002760003184' });
  expect(asked.headers.get('location')).toBe(`/c/pay/${session.id}/challenge`);
  expect(await (await fetch(`${session.url}/challenge`)).text()).toContain(
    'Confirm with your bank',
  );
  const { payment_intent: id } = await sandbox.stripe.checkout.sessions.retrieve(session.id);
  const waiting = await sandbox.stripe.paymentIntents.retrieve(idOf(id));
  expect(waiting.status).toBe('requires_action');

  const refused = await post(`${session.url}/challenge`, { answer: 'reject' });
  expect(refused.status).toBe(402);
  expect(await sandbox.stripe.paymentIntents.retrieve(idOf(id))).toMatchObject({
    status: 'requires_payment_method',
    latest_charge: null,
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  });

  expect((await submitCard(session, 'challenged')).status).toBe(303);
  const paid = await sandbox.stripe.paymentIntents.retrieve(idOf(id), {
    expand: ['latest_charge'],
  });
  expect(chargeOf(paid).payment_method_details?.card?.three_d_secure?.result).toBe('authenticated');
});

test('a paid session is not paid twice, whatever the payer sends again', async () => {
  const session = await sandbox.openSession();
  await Promise.all([submitCard(session, 'visa'), submitCard(session, 'visa')]);
  const again = await submitForm(session, goodForm);
  expect(await again.text()).toContain('This payment has been made');
  expect((await sandbox.stripe.charges.list()).data).toHaveLength(1);
});

test('an open session can be expired, once, and cannot be paid afterwards', async () => {
  const session = await sandbox.openSession();
  await submitCard(session, 'declined');
  const expired = await sandbox.stripe.checkout.sessions.expire(session.id);
  expect(expired).toMatchObject({ status: 'expired', payment_status: 'unpaid', url: null });
  const intent = await sandbox.stripe.paymentIntents.retrieve(idOf(expired.payment_intent));
  expect(intent).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
  expect(await refusal(sandbox.stripe.checkout.sessions.expire(session.id))).toMatchObject({
    status: 400,
    message: expect.stringContaining('status of expired'),
  });
  const late = await submitForm(session, goodForm);
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('has expired');
});

test('a session expires by itself when its time is over', async () => {
  const session = await sandbox.openSession();
  await sandbox.control('POST', '/clock', { advance_seconds: 24 * 60 * 60 + 1 });
  const after = await sandbox.stripe.checkout.sessions.retrieve(session.id);
  expect(after.status).toBe('expired');
  expect(await sandbox.eventTypes()).toEqual(['checkout.session.expired']);
});

test('sessions are found by their intent; customer_creation makes a customer', async () => {
  await sandbox.openSession();
  const session = await sandbox.openSession({ customer_creation: 'always' });
  await submitCard(session, 'visa');
  const { payment_intent: id } = await sandbox.stripe.checkout.sessions.retrieve(session.id);
  const found = await sandbox.stripe.checkout.sessions.list({ payment_intent: idOf(id) });
  expect(found.data.map((one) => one.id)).toEqual([session.id]);
  const customer = await sandbox.stripe.customers.retrieve(idOf(found.data[0]?.customer));
  expect(customer).toMatchObject({ email: goodForm.email, name: goodForm.name });
});

test.each([
  ['too little', { line_items: [item(49)] }, 'amount_too_small', 'at least $0.50 usd'],
  ['too much', { line_items: [item(99_999_999), item(1)] }, 'amount_too_large', '$999,999.99 usd'],
  ['an empty address', { success_url: '' }, 'parameter_invalid_empty', 'success_url'],
  ['no address', { success_url: undefined }, 'parameter_missing', 'success_url'],
  ['a relative address', { success_url: '/done' }, 'url_invalid', 'Not a valid URL'],
  ['an early end', { expires_at: Math.floor(Date.now() / 1000) + 60 }, undefined, '30 minutes'],
  ['a late end', { expires_at: Math.floor(Date.now() / 1000) + 90_000 }, undefined, '24 hours'],
  ['no items', { line_items: [] }, 'parameter_missing', 'line_items'],
  ['no method left', { allowed_payment_method_types: ['klarna'] }, undefined, 'allowed'],
  ['an unknown customer', { customer: 'cus_none' }, 'resource_missing', 'cus_none'],
  ['a subscription', { mode: 'subscription' }, 'emulator_not_built', 'subscription'],
  [
    'what is not built',
    { automatic_tax: { enabled: true } },
    'emulator_not_built',
    'automatic_tax',
  ],
] as const)('a session with %s is refused', async (_what, more, code, words) => {
  const params = { ...sessionParams(), ...more } as ReturnType<typeof sessionParams>;
  const answer = await refusal(sandbox.stripe.checkout.sessions.create(params));
  expect(answer).toMatchObject({ type: 'StripeInvalidRequestError', code });
  expect(answer.message).toContain(words);
  expect((await sandbox.stripe.checkout.sessions.list()).data).toEqual([]);
});

test('francs that have no cents are taken as whole francs', async () => {
  const session = await sandbox.openSession({ line_items: [item(6_000_000, 'xof')] });
  expect(session).toMatchObject({ amount_total: 6_000_000, currency: 'xof' });
  const page = await (await fetch(String(session.url))).text();
  expect(page.replaceAll(/\s/g, ' ')).toContain('6,000,000');
  expect(page).not.toContain('60,000.00');
});
