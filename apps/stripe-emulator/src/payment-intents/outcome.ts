/** How an intent ends, whatever it is paid with. */
import type Stripe from 'stripe';

import { emit } from '../events/behaviour.ts';
import type { World } from '../world.ts';

type Intent = Stripe.PaymentIntent;

export function intentOf({ store }: World, id: string): Intent {
  const intent = store.get('payment_intent', id);
  if (!intent) throw new Error(`There is no payment intent ${id}.`);
  return intent;
}

export function succeed(world: World, id: string, charge: Stripe.Charge): Intent {
  const { store, scheduler, delayMs } = world;
  const intent = store.patch('payment_intent', id, {
    amount_received: charge.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    status: 'succeeded',
  });
  emit(world, 'payment_intent.succeeded', intent);
  // capture_method is automatic_async: fee and net come after the answer.
  scheduler.schedule('settle_charge', charge.id, delayMs);
  world.afterIntent(intent);
  return intent;
}

/** The intent may be tried again, with another method. */
export function reject(
  world: World,
  id: string,
  error: Stripe.PaymentIntent.LastPaymentError,
): Intent {
  const intent = world.store.patch('payment_intent', id, {
    last_payment_error: error,
    ...(error.charge ? { latest_charge: error.charge } : {}),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(world, 'payment_intent.payment_failed', intent);
  world.afterIntent(intent);
  return intent;
}
