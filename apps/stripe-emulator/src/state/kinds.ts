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
  webhook_endpoint: Stripe.WebhookEndpoint;
  event: EventRow;
  'emulator.session': SessionPrivate;
  'emulator.charge': ChargePrivate;
  'emulator.secret': EndpointSecret;
  'emulator.delivery': Delivery;
  'emulator.task': Task;
  'emulator.answer': StoredAnswer;
  'emulator.clock': { id: 'clock'; offsetMs: number };
  /** There while the account's balance is paid out, so that refunds wait for it. */
  'emulator.empty_balance': { id: 'balance' };
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
  paymentIntentData: { description?: string; metadata?: Record<string, string> };
  /** The card waiting for its 3-D Secure challenge, by the name of its behaviour. */
  challenge?: { card: string; form: { email: string; name: string; expiry: string } };
}

/** How the card behind a charge will treat refunds; `id` is the charge's. */
interface ChargePrivate {
  id: string;
  card: string;
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

/** Something the processor does by itself later. */
export interface Task {
  id: string;
  kind: 'settle_charge' | 'advance_refund' | 'expire_session' | 'deliver';
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
