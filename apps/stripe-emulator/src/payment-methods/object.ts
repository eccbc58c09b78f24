/** Whole payment methods: every field that Stripe's types require, null where it has no value. */
import type Stripe from 'stripe';

import { type BankAccount, ROUTING_NUMBER } from './bank-accounts.ts';
import type { Card } from './cards.ts';

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** Whose money it is. */
export interface Holder {
  email: string | null;
  name: string | null;
}

interface NewMethod {
  id: string;
  holder: Holder;
  customer: string | null;
  metadata: Record<string, string>;
  created: number;
}

function method({ id, holder, customer, metadata, created }: NewMethod) {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { address: { ...NO_ADDRESS }, ...holder, phone: null, tax_id: null },
    created,
    customer,
    customer_account: null,
    livemode: false,
    metadata,
  } satisfies Omit<Stripe.PaymentMethod, 'type'>;
}

export interface Expiry {
  expMonth: number;
  expYear: number;
}

export function cardMethod(given: NewMethod, card: Card, { expMonth, expYear }: Expiry) {
  return {
    ...method(given),
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card.country,
      display_brand: card.brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: fingerprint(card),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    type: 'card',
  } satisfies Stripe.PaymentMethod;
}

export function bankAccountMethod(given: NewMethod, account: BankAccount) {
  return {
    ...method(given),
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: 'individual',
      account_type: 'checking',
      bank_name: 'STRIPE TEST BANK',
      financial_connections_account: null,
      fingerprint: fingerprint(account),
      last4: account.number.slice(-4),
      networks: { preferred: 'ach', supported: ['ach'] },
      routing_number: ROUTING_NUMBER,
      status_details: {},
    },
  } satisfies Stripe.PaymentMethod;
}

export function transferMethod(given: NewMethod) {
  return {
    ...method(given),
    customer_balance: {},
    type: 'customer_balance',
  } satisfies Stripe.PaymentMethod;
}

/** The same card or account has the same fingerprint, whoever uses it. */
export function fingerprint({ number }: { number: string }): string {
  return Buffer.from(number).toString('base64url').slice(-16);
}
