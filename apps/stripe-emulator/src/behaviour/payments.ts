import type Stripe from 'stripe';

import type { Billing } from '../fixtures/payment.ts';
import * as fixtures from '../fixtures/payment.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { bookCharge } from './balance.ts';
import { cardNamed, DECLINE_TEXT } from './cards.ts';
import { emit } from './events.ts';

export interface PaymentPlan {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
}

export interface CardForm extends Billing {
  /** Name of the test card's behaviour. */
  card: string;
}

export function createPaymentIntent(world: World, plan: PaymentPlan): Stripe.PaymentIntent {
  const { store, clock } = world;
  const intent = store.put(
    'payment_intent',
    fixtures.paymentIntent({ ...plan, id: newId('pi'), created: clock.now() }),
  );
  emit(world, 'payment_intent.created', intent);
  return intent;
}

/** The bank wants to hear from the payer first. */
export function askForChallenge(world: World, intentId: string, form: CardForm) {
  const method = keepMethod(world, form);
  const intent = world.store.patch('payment_intent', intentId, {
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} },
    payment_method: method.id,
    status: 'requires_action',
  });
  emit(world, 'payment_intent.requires_action', intent);
}

/** The payer gave up or the bank did not recognise them: no charge, the intent may be tried again. */
export function failChallenge(world: World, intentId: string): Stripe.PaymentIntent {
  const { payment_method: methodId } = world.store.get('payment_intent', intentId) ?? {};
  return rejectIntent(world, intentId, {
    code: 'payment_intent_authentication_failure',
    message: 'The bank could not confirm that you are the holder of this card.',
    payment_method: world.store.get('payment_method', idOf(methodId)),
    type: 'card_error',
  });
}

/** Charges a card; succeeds or is declined by what the test card is for. */
export function chargeCard(
  world: World,
  intentId: string,
  form: CardForm,
  isAuthenticated: boolean,
): Stripe.PaymentIntent {
  const { store, clock } = world;
  const intent = store.get('payment_intent', intentId);
  if (!intent) throw new Error(`There is no payment intent ${intentId}.`);
  const card = cardNamed(form.card);
  const method = keepMethod(world, form);
  const decline = card.decline && {
    code: card.decline.code,
    message: DECLINE_TEXT[card.decline.declineCode] ?? 'Your card was declined.',
    reason: card.decline.reason,
  };
  const charge = store.put(
    'charge',
    fixtures.charge({
      ...{ id: newId('ch'), intent, method, card, isAuthenticated },
      ...{ failure: decline ?? null, created: clock.now() },
    }),
  );
  if (card.decline && decline) {
    emit(world, 'charge.failed', charge);
    return rejectIntent(world, intentId, {
      charge: charge.id,
      code: decline.code,
      decline_code: card.decline.declineCode,
      message: decline.message,
      payment_method: method,
      type: 'card_error',
    });
  }
  return complete(world, intentId, charge, form.card);
}

function complete(world: World, intentId: string, charge: Stripe.Charge, card: string) {
  const { store, scheduler, delayMs } = world;
  store.put('emulator.charge', { id: charge.id, card });
  emit(world, 'charge.succeeded', charge);
  const intent = store.patch('payment_intent', intentId, {
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
  return intent;
}

function rejectIntent(world: World, id: string, error: Stripe.PaymentIntent.LastPaymentError) {
  const intent = world.store.patch('payment_intent', id, {
    last_payment_error: error,
    ...(error.charge ? { latest_charge: error.charge } : {}),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(world, 'payment_intent.payment_failed', intent);
  return intent;
}

/** A session ended without a payment: its intent can never be paid. */
export function cancelIntent(world: World, id: string): void {
  const intent = world.store.patch('payment_intent', id, {
    canceled_at: world.clock.now(),
    cancellation_reason: 'automatic',
    next_action: null,
    status: 'canceled',
  });
  emit(world, 'payment_intent.canceled', intent);
}

/** Books the charge's money; harmless when it is booked already. */
export function settleCharge(world: World, chargeId: string): void {
  const charge = world.store.get('charge', chargeId);
  if (!charge?.paid || charge.balance_transaction) return;
  const booked = bookCharge(world, charge);
  const settled = world.store.patch('charge', chargeId, { balance_transaction: booked.id });
  emit(world, 'charge.updated', settled, { balance_transaction: null });
}

function keepMethod({ store, clock }: World, form: CardForm): Stripe.PaymentMethod {
  const card = cardNamed(form.card);
  return store.put('payment_method', fixtures.paymentMethod(newId('pm'), card, form, clock.now()));
}
