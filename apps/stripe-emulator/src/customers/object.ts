/** Whole customers. */
import type Stripe from 'stripe';

interface NewCustomer {
  id: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  description: string | null;
  address: Stripe.Address | null;
  metadata: Record<string, string>;
  preferredLocales: string[];
  created: number;
}

export function customer(given: NewCustomer) {
  const { preferredLocales, ...fields } = given;
  return {
    ...fields,
    object: 'customer',
    balance: 0,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_prefix: given.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    next_invoice_sequence: 1,
    preferred_locales: preferredLocales,
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  } satisfies Stripe.Customer;
}

interface Cash {
  id: string;
  mode: 'automatic' | 'manual';
  available: Record<string, number>;
}

export function cashBalance({ id, mode, available }: Cash) {
  const held = Object.entries(available).filter(([, amount]) => amount !== 0);
  return {
    object: 'cash_balance',
    available: held.length ? Object.fromEntries(held) : null,
    customer: id,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: mode, using_merchant_default: mode === 'automatic' },
  } satisfies Stripe.CashBalance;
}

interface NewMovement {
  id: string;
  customer: string;
  currency: string;
  net: number;
  ending: number;
  why: Pick<Stripe.CustomerCashBalanceTransaction, 'type'>;
  created: number;
}

export function cashMovement({ id, customer, currency, net, ending, why, created }: NewMovement) {
  return {
    id,
    object: 'customer_cash_balance_transaction',
    created,
    currency,
    customer,
    customer_account: null,
    ending_balance: ending,
    livemode: false,
    net_amount: net,
    ...why,
  } satisfies Stripe.CustomerCashBalanceTransaction;
}
