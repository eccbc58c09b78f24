/** ACH: the bank is asked, answers after days, and its customer may take the money back later. */
import type Stripe from 'stripe';

import { putCharge } from '../charges/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { accountOf } from '../payment-methods/behaviour.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { intentOf, reject, succeed } from './outcome.ts';

type Intent = Stripe.PaymentIntent;

const DAY_MS = 24 * 60 * 60 * 1000;
const ANSWER_AFTER_MS = 4 * DAY_MS;
/** Invented: a payer has sixty days to do so. */
const DISPUTE_AFTER_MS = 10 * DAY_MS;

export function payByDebit(world: World, id: string, method: Stripe.PaymentMethod): Intent {
  const { store, scheduler } = world;
  const charge = putCharge(world, { intent: intentOf(world, id), method, isPending: true });
  emit(world, 'charge.pending', charge);
  const intent = store.patch('payment_intent', id, {
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: method.id,
    status: 'processing',
  });
  emit(world, 'payment_intent.processing', intent);
  if (!accountOf(world, method).isSilent) scheduler.schedule('settle_debit', id, ANSWER_AFTER_MS);
  return intent;
}

/** The bank's answer, as the test account has it or as somebody wants it. */
export function settleDebit(
  world: World,
  id: string,
  failure = accountOf(world, intentOf(world, id).payment_method).failure,
): Intent {
  const { store, scheduler } = world;
  const intent = intentOf(world, id);
  if (intent.status !== 'processing') return intent;
  const chargeId = idOf(intent.latest_charge);
  if (failure) return failDebit(world, intent, failure);
  const charge = store.patch('charge', chargeId, { paid: true, status: 'succeeded' });
  emit(world, 'charge.succeeded', charge);
  if (accountOf(world, charge.payment_method).isDisputed) {
    scheduler.schedule('dispute_debit', charge.id, DISPUTE_AFTER_MS);
  }
  return succeed(world, id, charge);
}

type Failure = { code: string; message: string };

function failDebit(world: World, intent: Intent, { code, message }: Failure): Intent {
  const { store } = world;
  const method = store.get('payment_method', idOf(intent.payment_method));
  const charge = failCharge(world, idOf(intent.latest_charge), { code, message });
  return reject(world, intent.id, {
    charge: charge.id,
    code: code,
    message,
    ...(method ? { payment_method: method } : {}),
    type: 'card_error',
  });
}

/** A debit that did not come: the bank said no, or the intent was cancelled while it was asked. */
export function failCharge(world: World, id: string, { code, message }: Failure): Stripe.Charge {
  const charge = world.store.patch('charge', id, {
    ...{ amount_captured: 0, captured: false, paid: false, status: 'failed' },
    ...{ failure_code: code, failure_message: message },
  });
  emit(world, 'charge.failed', charge);
  return charge;
}
