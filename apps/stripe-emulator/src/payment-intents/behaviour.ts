import type Stripe from 'stripe';

import { emit } from '../events/behaviour.ts';
import type { MethodType } from '../payment-methods/types.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { failCharge, payByDebit } from './bank-debit.ts';
import { payByTransfer, returnCash } from './bank-transfer.ts';
import { payByCard } from './card.ts';
import { paymentIntent } from './object.ts';
import { intentOf } from './outcome.ts';

type Intent = Stripe.PaymentIntent;

export interface PaymentPlan {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  types: MethodType[];
  receiptEmail?: string | null;
  allowed?: string[] | undefined;
  excluded?: string[] | undefined;
}

export function createPaymentIntent(world: World, plan: PaymentPlan): Intent {
  const { store, clock } = world;
  const id = newId('pi');
  const { receiptEmail = null, ...rest } = plan;
  const intent = store.put(
    'payment_intent',
    paymentIntent({ ...rest, receiptEmail, id, created: clock.now() }),
  );
  store.put('emulator.intent', { id, funded: 0 });
  emit(world, 'payment_intent.created', intent);
  return intent;
}

/** Starts to pay: a card answers at once, a bank after days, a transfer when somebody sends it. */
export function payBy(world: World, id: string, method: Stripe.PaymentMethod): Intent {
  if (method.type === 'us_bank_account') return payByDebit(world, id, method);
  if (method.type === 'customer_balance') return payByTransfer(world, id, method);
  return payByCard(world, id, method);
}

/** It can never be paid any more. */
export function cancelIntent(
  world: World,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null = 'automatic',
): Intent {
  const before = intentOf(world, id);
  if (before.status === 'processing') {
    const message = 'The payment was cancelled.';
    failCharge(world, idOf(before.latest_charge), { code: 'processing_error', message });
  }
  const intent = world.store.patch('payment_intent', id, {
    canceled_at: world.clock.now(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  emit(world, 'payment_intent.canceled', intent);
  returnCash(world, intent);
  return intent;
}
