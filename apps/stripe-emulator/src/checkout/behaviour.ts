import type Stripe from 'stripe';

import { createCustomer } from '../customers/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { isAwaited } from '../payment-intents/bank-transfer.ts';
import { cancelIntent, createPaymentIntent, payBy } from '../payment-intents/behaviour.ts';
import { answerChallenge } from '../payment-intents/card.ts';
import { intentOf } from '../payment-intents/outcome.ts';
import { keepMethod, type TestMethod } from '../payment-methods/behaviour.ts';
import type { Expiry, Holder } from '../payment-methods/object.ts';
import { typesThatFit } from '../payment-methods/types.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { customerDetails } from './object.ts';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent;

export interface Submission {
  test: TestMethod;
  holder: Holder;
  expiry?: Expiry;
}

export type PayResult =
  | { outcome: 'paid' | 'challenge' | 'processing' | 'awaited' }
  | { outcome: 'declined'; declineCode: string };

/** The payer pressed Pay. The session's intent comes into being with the first attempt. */
export function pay(world: World, session: Session, form: Submission): PayResult {
  const id = idOf(session.payment_intent ?? newIntent(world, session));
  const { customer } = intentOf(world, id);
  const method = keepMethod(world, { ...form, customer: idOf(customer) || null });
  return after(world, session.id, payBy(world, id, method));
}

/** The payer answered the bank's question. */
export function answer(world: World, session: Session, isConfirmed: boolean): PayResult {
  if (!isChallenged(world, session)) {
    return { outcome: 'declined', declineCode: 'authentication_failure' };
  }
  return after(
    world,
    session.id,
    answerChallenge(world, idOf(session.payment_intent), isConfirmed),
  );
}

export function isChallenged({ store }: World, session: Session): boolean {
  const intent = store.get('payment_intent', idOf(session.payment_intent));
  return intent?.status === 'requires_action' && !isAwaited(intent);
}

function newIntent(world: World, session: Session): Intent {
  const { store } = world;
  const data = store.get('emulator.session', session.id)?.paymentIntentData;
  const currency = session.currency ?? 'usd';
  const allowed = session.payment_method_types;
  const intent = createPaymentIntent(world, {
    ...{ amount: session.amount_total ?? 0, currency, customer: idOf(session.customer) || null },
    description: data?.description ?? null,
    metadata: data?.metadata ?? {},
    receiptEmail: data?.receiptEmail ?? null,
    types: typesThatFit({ currency, hasCustomer: Boolean(session.customer), allowed }),
    allowed: session.allowed_payment_method_types ?? undefined,
  });
  store.patch('emulator.intent', intent.id, { session: session.id });
  store.patch('checkout.session', session.id, { payment_intent: intent.id });
  return intent;
}

function after(world: World, sessionId: string, intent: Intent): PayResult {
  if (intent.status === 'requires_payment_method') {
    const { code, decline_code: why } = intent.last_payment_error ?? {};
    const isRefused = code === 'payment_intent_authentication_failure';
    return {
      outcome: 'declined',
      declineCode: isRefused ? 'authentication_failure' : (why ?? 'generic_decline'),
    };
  }
  if (intent.status === 'requires_action' && !isAwaited(intent)) return { outcome: 'challenge' };
  complete(world, sessionId, intent);
  if (intent.status === 'succeeded') return { outcome: 'paid' };
  return { outcome: intent.status === 'processing' ? 'processing' : 'awaited' };
}

/** Complete means that the payer is done; paid is another matter where a bank takes days. */
function complete(world: World, sessionId: string, intent: Intent): void {
  const { store } = world;
  const method = store.get('payment_method', idOf(intent.payment_method));
  const { email, name } = method?.billing_details ?? {};
  const session = store.get('checkout.session', sessionId);
  const isNew = session?.customer_creation === 'always' && !session.customer;
  const customer = isNew ? createCustomer(world, { email, name }).id : idOf(session?.customer);
  if (isNew) store.patch('payment_intent', intent.id, { customer });
  // One without an address gets the one that its payer typed.
  const known = store.get('customer', customer);
  if (known && !known.email && email) store.patch('customer', customer, { email });
  const completed = store.patch('checkout.session', sessionId, {
    customer: customer || null,
    customer_details: customerDetails(email ?? '', name ?? ''),
    payment_status: intent.status === 'succeeded' ? 'paid' : 'unpaid',
    status: 'complete',
    url: null,
  });
  emit(world, 'checkout.session.completed', completed);
}

/** The bank has answered for a session that its payer completed days ago. */
export function followIntent(world: World, intent: Intent): void {
  const { store } = world;
  const id = store.get('emulator.intent', intent.id)?.session ?? '';
  const session = store.get('checkout.session', id);
  if (session?.status !== 'complete' || session.payment_status !== 'unpaid') return;
  if (intent.status === 'succeeded') {
    const paid = store.patch('checkout.session', id, { payment_status: 'paid' });
    emit(world, 'checkout.session.async_payment_succeeded', paid);
  } else if (intent.status === 'requires_payment_method') {
    emit(world, 'checkout.session.async_payment_failed', session);
  }
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
