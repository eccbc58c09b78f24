import { expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { readPayment } from './read-objects.ts';

/** A payment whose charge says this of how it was paid. */
const paidBy = (details: object | null) =>
  ({
    ...{ object: 'payment_intent', id: 'pi_1', status: 'succeeded', metadata: {} },
    ...{ amount: 100, amount_received: 100, currency: 'usd', created: 1 },
    latest_charge: { object: 'charge', id: 'ch_1', created: 1, payment_method_details: details },
  }) as unknown as Stripe.PaymentIntent;
const card = (month: unknown, year: unknown) => ({
  type: 'card',
  card: { exp_month: month, exp_year: year, last4: '4242', fingerprint: 'f', country: 'US' },
});

test.each([
  [card(2, 2028), '2028-02-29'],
  [card(12, 2030), '2030-12-31'],
  // What is no month of a card is not known, and fails nothing.
  [card(13, 2030), null],
  [card(0, 2030), null],
  [card(1.5, 2030), null],
  [card('2', '2030'), null],
  [card(2, 30), null],
  [card(2, 20_300), null],
  [card(undefined, undefined), null],
  [{ type: 'us_bank_account', us_bank_account: { last4: '6789' } }, null],
  [null, null],
])('%j: the card expires on %s', (details, day) => {
  expect(readPayment(paidBy(details)).cardExpiresOn?.toString() ?? null).toBe(day);
});

test('nothing else of a card leaves the reader', () => {
  const read = JSON.stringify(readPayment(paidBy(card(2, 2028))), (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(read).not.toMatch(/4242|fingerprint|"US"/);
});
