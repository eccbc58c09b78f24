/** Whole payment intents. */
import type Stripe from 'stripe';

import { type MethodType, optionsOf } from '../payment-methods/types.ts';
import { randomLetters } from '../state/ids.ts';

interface NewPaymentIntent {
  id: string;
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  receiptEmail: string | null;
  /** Undefined: whatever the account has. */
  allowed?: string[] | undefined;
  excluded?: string[] | undefined;
  /** What fits. */
  types: MethodType[];
  created: number;
}

export function paymentIntent(given: NewPaymentIntent) {
  const { id, types, allowed, excluded, receiptEmail, ...fields } = given;
  return {
    id,
    object: 'payment_intent',
    ...fields,
    allowed_payment_method_types: allowed ?? null,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: allowed ? null : { allow_redirects: 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomLetters(25)}`,
    confirmation_method: 'automatic',
    customer_account: null,
    excluded_payment_method_types: excluded ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: optionsOf(types),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

/** Where a customer's transfers go; the account is that customer's alone. */
export function transferInstructions(wanted: {
  amountRemaining: number;
  currency: string;
  account: string;
  reference: string;
  url: string;
}) {
  const bank = {
    account_holder_address: ADDRESS,
    account_holder_name: 'Stripe emulator',
    account_number: wanted.account,
    account_type: 'checking',
    bank_address: ADDRESS,
    bank_name: 'STRIPE TEST BANK',
  };
  return {
    display_bank_transfer_instructions: {
      amount_remaining: wanted.amountRemaining,
      currency: wanted.currency,
      financial_addresses: [
        {
          aba: { ...bank, routing_number: '999999999' },
          supported_networks: ['ach', 'domestic_wire_us'],
          type: 'aba',
        },
        {
          supported_networks: ['swift'],
          swift: { ...bank, swift_code: 'TESTUS99XXX' },
          type: 'swift',
        },
      ],
      hosted_instructions_url: wanted.url,
      reference: wanted.reference,
      type: 'us_bank_transfer',
    },
    type: 'display_bank_transfer_instructions',
  } satisfies Stripe.PaymentIntent.NextAction;
}

const ADDRESS = {
  city: 'South San Francisco',
  country: 'US',
  line1: '354 Oyster Point Blvd',
  line2: null,
  postal_code: '94080',
  state: 'CA',
};
