/** An emulator in this process, the real SDK pointed at it, and a payer with a browser's manners. */
import { setTimeout as wait } from 'node:timers/promises';

import Stripe from 'stripe';

import { CARDS, type CardName } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { type Emulator, startEmulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { idOf } from '../../apps/stripe-emulator/src/state/kinds.ts';
import type { Settings } from '../../apps/stripe-emulator/src/settings.ts';

/** Long enough to look before the processor moves on, short enough for a test. */
const DELAY_MS = 40;

export type Session = Stripe.Checkout.Session;

export interface Sandbox extends Emulator {
  stripe: Stripe;
  /** A control route; the answer's body. */
  control<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>;
  openSession(more?: Partial<Stripe.Checkout.SessionCreateParams>): Promise<Session>;
  /** A payment by that card; the intent with its charge. */
  paid(card?: CardName, amount?: number): Promise<Stripe.PaymentIntent>;
  eventTypes(): Promise<string[]>;
  /** So many days later at the processor, and what falls due by then is done. */
  days(count: number): Promise<unknown>;
}

export async function aSandbox(options: Partial<Settings> = {}): Promise<Sandbox> {
  const emulator = await startEmulator({ port: 0, delayMs: DELAY_MS, ...options });
  const stripe = sdk(emulator);
  const openSession: Sandbox['openSession'] = (more = {}) =>
    stripe.checkout.sessions.create({ ...sessionParams(), ...more });
  return {
    ...{ ...emulator, stripe, openSession },
    control: (method, path, body) => control(emulator.url, method, path, body),
    paid: async (card = 'visa', amount = 1_000_000) => {
      const session = await openSession({ line_items: [item(amount)] });
      await submitCard(session, card);
      const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
      return stripe.paymentIntents.retrieve(idOf(intent), { expand: ['latest_charge'] });
    },
    days: (count) =>
      control(emulator.url, 'POST', '/clock', { advance_seconds: count * 24 * 60 * 60 + 1 }),
    eventTypes: async () => {
      const events = await stripe.events.list({ limit: 100 });
      return events.data.map((event) => event.type).reverse();
    },
  };
}

export function sdk(
  { port }: { port: number },
  options: Partial<Stripe.StripeConfig> = {},
): Stripe {
  return new Stripe('sk_test_emulator', {
    ...{ host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false },
    ...options,
  });
}

export function item(amount: number, currency = 'usd') {
  const price = { currency, unit_amount: amount, product_data: { name: 'Visa bond VB-1' } };
  return { price_data: price, quantity: 1 };
}

export function sessionParams(): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [item(1_000_000)],
    success_url: 'http://127.0.0.1:9/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:9/back',
    metadata: { bond_id: 'b-1' },
    payment_intent_data: { metadata: { bond_id: 'b-1' } },
    allowed_payment_method_types: ['card'],
  };
}

export const goodForm = {
  email: 'payer@example.org',
  name: 'Awa Diarra',
  number: '4242 4242 4242 4242',
  expiry: '12 / 40',
  cvc: '123',
};

/** Posts the payment form; follows no redirect. */
export function submitForm(session: Session, fields: Record<string, string>): Promise<Response> {
  return post(String(session.url), fields);
}

/** Pays like a person: fills in the form and answers the bank if it asks. */
export async function submitCard(session: Session, card: CardName): Promise<Response> {
  const reply = await submitForm(session, { ...goodForm, number: CARDS[card].number });
  if (!reply.headers.get('location')?.endsWith('/challenge')) return reply;
  return post(`${session.url}/challenge`, { answer: 'confirm' });
}

export function post(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

async function control<T>(url: string, method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${url}/_emulator${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** Asks again until the answer is there; fails after three seconds. */
export async function until<T>(ask: () => Promise<T | undefined | false> | T | undefined | false) {
  const end = Date.now() + 3000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Nothing came of: ${ask.toString()}`);
    await wait(10);
  }
}

/** The types of those events that are about that object, oldest first. */
export async function storyOf({ stripe }: Sandbox, id: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  const isAbout = (event: Stripe.Event) => (event.data.object as { id?: string }).id === id;
  return data
    .filter(isAbout)
    .map((event) => event.type)
    .reverse();
}

/** What an SDK call was refused with. */
export async function refusal(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) {
      const { type, statusCode: status, code, param, message } = error;
      return { type, status, code, param, message };
    }
    throw error;
  }
  throw new Error('The call was not refused.');
}

/** The charge of an intent that was retrieved with it. */
export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge {
  if (typeof intent.latest_charge !== 'object' || !intent.latest_charge) {
    throw new Error('Retrieve the intent with its latest_charge expanded.');
  }
  return intent.latest_charge;
}
