import type Stripe from 'stripe';

import { putCharge } from '../charges/behaviour.ts';
import { complain } from '../disputes/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { cardOf } from '../payment-methods/behaviour.ts';
import { DECLINE_TEXT } from '../payment-methods/cards.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { intentOf, reject, succeed } from './outcome.ts';

type Intent = Stripe.PaymentIntent;
type Method = Stripe.PaymentMethod;

export function payByCard(world: World, id: string, method: Method): Intent {
  if (cardOf(world, method).isChallenged) return askForChallenge(world, id, method);
  return chargeCard(world, id, method, false);
}

/** The bank wants to hear from the payer first. */
function askForChallenge(world: World, id: string, method: Method): Intent {
  const returnUrl = world.store.get('emulator.intent', id)?.returnUrl ?? null;
  const url = `${world.publicUrl}/c/challenge/${id}`;
  const intent = world.store.patch('payment_intent', id, {
    next_action: returnUrl
      ? { redirect_to_url: { return_url: returnUrl, url }, type: 'redirect_to_url' }
      : { type: 'use_stripe_sdk', use_stripe_sdk: {} },
    payment_method: method.id,
    status: 'requires_action',
  });
  emit(world, 'payment_intent.requires_action', intent);
  return intent;
}

/** The payer answered, or gave up: then there is no charge, and the intent may be tried again. */
export function answerChallenge(world: World, id: string, isConfirmed: boolean): Intent {
  const method = world.store.get('payment_method', idOf(intentOf(world, id).payment_method));
  if (isConfirmed && method) return chargeCard(world, id, method, true);
  return reject(world, id, {
    code: 'payment_intent_authentication_failure',
    message: 'The bank could not confirm that you are the holder of this card.',
    ...(method ? { payment_method: method } : {}),
    type: 'card_error',
  });
}

/** Charges a card; succeeds or is declined by what the test card is for. */
export function chargeCard(
  world: World,
  id: string,
  method: Method,
  isAuthenticated: boolean,
): Intent {
  const { decline, complaint } = cardOf(world, method);
  const intent = intentOf(world, id);
  if (!decline) {
    const charge = putCharge(world, { intent, method, isAuthenticated });
    emit(world, 'charge.succeeded', charge);
    if (complaint) complain(world, charge, complaint);
    return succeed(world, id, charge);
  }
  const { code, declineCode, reason } = decline;
  const message = DECLINE_TEXT[declineCode] ?? 'Your card was declined.';
  const failure = { code, message, reason };
  const charge = putCharge(world, { intent, method, isAuthenticated, failure });
  emit(world, 'charge.failed', charge);
  return reject(world, id, {
    charge: charge.id,
    code: code,
    decline_code: declineCode,
    message,
    payment_method: method,
    type: 'card_error',
  });
}
