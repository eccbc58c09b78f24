import type Stripe from 'stripe';

/** Every kind of row the emulator keeps: Stripe's resources, then its own (`emulator.*`). */
export interface Kinds {
  'checkout.session': Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  payment_method: Stripe.PaymentMethod;
  customer: Stripe.Customer;
  customer_cash_balance_transaction: Stripe.CustomerCashBalanceTransaction;
  payout: Stripe.Payout;
  'radar.early_fraud_warning': Stripe.Radar.EarlyFraudWarning;
  webhook_endpoint: Stripe.WebhookEndpoint;
  file: Stripe.File;
  event: EventRow;
  'emulator.session': SessionPrivate;
  'emulator.intent': IntentPrivate;
  'emulator.method': MethodPrivate;
  'emulator.cash': CashPrivate;
  'emulator.secret': EndpointSecret;
  'emulator.delivery': Delivery;
  'emulator.task': Task;
  'emulator.answer': StoredAnswer;
  /** What a file holds, in base64; `id` is the file's. */
  'emulator.content': { id: string; base64: string };
  'emulator.clock': { id: 'clock'; offsetMs: number };
  /** There while the account's balance is paid out, so that refunds wait for it. */
  'emulator.empty_balance': { id: 'balance' };
  /** What refunds may draw on beyond the balance; no row, no limit. */
  'emulator.reserve': { id: 'balance'; amount: number };
  /** There while all that is available is paid out every day. */
  'emulator.schedule': { id: 'payouts' };
  /** The balance rows that an automatic payout holds; `id` is the payout's. */
  'emulator.payout': { id: string; rows: string[] };
  /** A refund that waits for the balance; `id` is the refund's. */
  'emulator.waiting': { id: string };
}
export type Kind = keyof Kinds;

/** The id in a field that the SDK types as an id or the object itself; we keep ids only. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  return typeof reference === 'string' ? reference : (reference?.id ?? '');
}

/** An event as stored; `pending_webhooks` counts down as endpoints acknowledge it. */
export interface EventRow {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

/** What a session keeps besides its public face; `id` is the session's. */
interface SessionPrivate {
  id: string;
  items: Stripe.LineItem[];
  paymentIntentData: {
    description?: string | undefined;
    receiptEmail?: string | undefined;
    metadata?: Record<string, string>;
  };
}

/** What an intent keeps besides its public face; `id` is the intent's. */
interface IntentPrivate {
  id: string;
  /** What of it came by bank transfer so far. */
  funded: number;
  /** The Checkout Session it belongs to. */
  session?: string;
  /** Where a payer goes after confirming with the bank. */
  returnUrl?: string;
}

/** What a payment method was made to do; `id` is the method's, `test` a name among the test methods. */
interface MethodPrivate {
  id: string;
  test: string;
}

/** Money that came from a customer by transfer and belongs to no payment; `id` is the customer's. */
interface CashPrivate {
  id: string;
  /** The account number that the customer's transfers go to. */
  account: string;
  mode: 'automatic' | 'manual';
  available: Record<string, number>;
}

/** What an endpoint's events are signed with; `id` is the endpoint's. */
interface EndpointSecret {
  id: string;
  secret: string;
  /** It came from the configuration, which may name another address next time. */
  isConfigured?: true;
}

/** One event on its way to one endpoint; `id` is "event/endpoint". */
export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
  lastStatus: number | null;
}

type TaskKind =
  | 'settle_charge'
  | 'settle_debit'
  | 'dispute_debit'
  | 'advance_refund'
  | 'release_refunds'
  | 'decide_dispute'
  | 'dispute_due'
  | 'advance_payout'
  | 'automatic_payout'
  | 'expire_session'
  | 'deliver';

/** Something the processor does by itself later. */
export interface Task {
  id: string;
  kind: TaskKind;
  subject: string;
  dueMs: number;
}

/** The answer to a call under an idempotency key; `id` is the key. */
export interface StoredAnswer {
  id: string;
  path: string;
  params: string;
  status: number;
  body: string;
  requestId: string;
  atMs: number;
}
