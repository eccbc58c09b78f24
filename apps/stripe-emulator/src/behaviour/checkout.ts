import type Stripe from 'stripe';

import { customerDetails } from '../fixtures/checkout.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { cardNamed } from './cards.ts';
import { createCustomer } from './customers.ts';
import { emit } from './events.ts';
import {
  askForChallenge,
  cancelIntent,
  type CardForm,
  chargeCard,
  createPaymentIntent,
  failChallenge,
} from './payments.ts';

type Session = Stripe.Checkout.Session;

export type Submission = CardForm & { email: string; name: string };

export type PayResult =
  { outcome: 'paid' } | { outcome: 'challenge' } | { outcome: 'declined'; declineCode: string };

/** The payer pressed Pay. The session's intent comes into being with the first attempt. */
export function pay(world: World, session: Session, form: Submission): PayResult {
  const { store } = world;
  const intentId = idOf(session.payment_intent ?? newIntent(world, session));
  if ('isChallenged' in cardNamed(form.card)) {
    askForChallenge(world, intentId, form);
    const expiry = `${form.expMonth}/${form.expYear}`;
    const kept = { email: form.email, name: form.name, expiry };
    store.patch('emulator.session', session.id, { challenge: { card: form.card, form: kept } });
    return { outcome: 'challenge' };
  }
  return charge(world, session.id, intentId, form, false);
}

/** The payer answered the bank's question. */
export function answerChallenge(world: World, session: Session, isConfirmed: boolean): PayResult {
  const { store } = world;
  const { challenge, ...rest } = store.get('emulator.session', session.id) ?? {
    ...{ id: session.id, items: [], paymentIntentData: {} },
  };
  if (!challenge) return { outcome: 'declined', declineCode: 'authentication_failure' };
  const intentId = idOf(session.payment_intent);
  store.put('emulator.session', rest);
  if (!isConfirmed) {
    failChallenge(world, intentId);
    return { outcome: 'declined', declineCode: 'authentication_failure' };
  }
  const [expMonth = 1, expYear = 2030] = challenge.form.expiry.split('/').map(Number);
  const form = { ...challenge.form, card: challenge.card, expMonth, expYear };
  return charge(world, session.id, intentId, form, true);
}

function newIntent(world: World, session: Session): Stripe.PaymentIntent {
  const data = world.store.get('emulator.session', session.id)?.paymentIntentData;
  const intent = createPaymentIntent(world, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    customer: session.customer as string | null,
    description: data?.description ?? null,
    metadata: data?.metadata ?? {},
  });
  world.store.patch('checkout.session', session.id, { payment_intent: intent.id });
  return intent;
}

function charge(
  world: World,
  sessionId: string,
  intentId: string,
  form: Submission,
  isAuthenticated: boolean,
): PayResult {
  const { store } = world;
  const session = store.get('checkout.session', sessionId);
  if (session?.customer_creation === 'always' && !session.customer) {
    const { id } = createCustomer(world, { email: form.email, name: form.name });
    store.patch('payment_intent', intentId, { customer: id });
    store.patch('checkout.session', sessionId, { customer: id });
  }
  const intent = chargeCard(world, intentId, form, isAuthenticated);
  if (intent.status !== 'succeeded') {
    const declineCode = intent.last_payment_error?.decline_code ?? 'generic_decline';
    return { outcome: 'declined', declineCode };
  }
  const completed = store.patch('checkout.session', sessionId, {
    customer_details: customerDetails(form.email, form.name),
    payment_status: 'paid',
    status: 'complete',
    url: null,
  });
  emit(world, 'checkout.session.completed', completed);
  return { outcome: 'paid' };
}

/** Ends an open session; one that is complete or expired stays as it is. */
export function expireSession(world: World, id: string): Session | undefined {
  const session = world.store.get('checkout.session', id);
  if (session?.status !== 'open') return session;
  const expired = world.store.patch('checkout.session', id, { status: 'expired', url: null });
  if (session.payment_intent) cancelIntent(world, idOf(session.payment_intent));
  emit(world, 'checkout.session.expired', expired);
  return expired;
}
