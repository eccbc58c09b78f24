/** How a refund ends: the money arrives, comes back to us, or goes to the customer's cash. */
import type Stripe from 'stripe';

import { bookRefundFailure } from '../balance/behaviour.ts';
import { moveCash } from '../customers/cash-balance.ts';
import { emit } from '../events/behaviour.ts';
import { randomDigits } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';

type Refund = Stripe.Refund;

export const SHORT = 'insufficient_funds';

/** pending → succeeded. */
export function succeedRefund(world: World, refund: Refund): Refund {
  const { pending_reason: reason, ...rest } = refund;
  const { card, ...others } = refund.destination_details ?? { type: 'card' };
  const sent = card && { card: { ...card, type: 'refund' as const } };
  const succeeded = world.store.put('refund', {
    ...rest,
    destination_details: { ...others, ...sent },
    status: 'succeeded',
  });
  emitUpdate(world, succeeded, { pending_reason: reason, status: refund.status });
  world.scheduler.schedule('advance_refund', refund.id, world.delayMs);
  return succeeded;
}

/** pending or succeeded → failed: the money comes back to our balance and nothing is sent again. */
export function failRefund(
  world: World,
  refund: Refund,
  reason = 'expired_or_canceled_card',
): Refund {
  const { pending_reason: _over, next_action: _asked, ...rest } = refund;
  const failed = world.store.put('refund', {
    ...rest,
    ...returned(world, refund),
    failure_reason: reason,
    status: 'failed',
  });
  giveUp(world, refund);
  emitUpdate(world, failed, { status: refund.status });
  emit(world, 'refund.failed', failed);
  return failed;
}

/** What was taken from the balance for it; nothing while it waits for the balance or the debit. */
function returned(world: World, refund: Refund) {
  const charge = world.store.get('charge', idOf(refund.charge));
  if (!charge || !refund.balance_transaction) return {};
  const { id } = bookRefundFailure(world, charge, refund.id, refund.amount);
  return { failure_balance_transaction: id };
}

/**
 * The payer named no account, the refund was stopped, or the debit did not come. Money that had come
 * by transfer is its sender's cash now, and the charge stays refunded.
 */
export function cancelRefund(world: World, refund: Refund): Refund {
  const { pending_reason: _over, next_action: _asked, ...rest } = refund;
  const canceled = world.store.put('refund', { ...rest, status: 'canceled' });
  emitUpdate(world, canceled, { status: refund.status });
  const customer = idOf(refund.customer);
  if (refund.status === 'pending') giveUp(world, refund);
  else if (refund.charge) {
    moveCash(world, customer, refund.currency, refund.amount, {
      ...{ type: 'refunded_from_payment', refunded_from_payment: { refund: refund.id } },
    });
  } else moveCash(world, customer, refund.currency, refund.amount, { type: 'return_canceled' });
  return canceled;
}

/** The charge may be refunded again. */
function giveUp(world: World, refund: Refund): void {
  world.store.remove('emulator.waiting', refund.id);
  const charge = world.store.get('charge', idOf(refund.charge));
  if (charge) setRefunded(world, charge, charge.amount_refunded - refund.amount);
}

export function setRefunded({ store }: World, charge: Stripe.Charge, amount: number) {
  return store.patch('charge', charge.id, {
    amount_refunded: amount,
    refunded: amount > 0 && amount === charge.amount_captured,
  });
}

/** The number by which a bank can trace the money. */
export function addReference(world: World, refund: Refund): void {
  const { destination_details: details } = refund;
  const held = details?.card ?? details?.us_bank_transfer;
  if (!details || !held || held.reference) return;
  const traced = { reference: randomDigits(23), reference_status: 'available' };
  const updated = world.store.patch('refund', refund.id, {
    destination_details: details.card
      ? { card: { ...details.card, ...traced }, type: details.type }
      : { type: details.type, us_bank_transfer: traced },
  });
  emitUpdate(world, updated, { destination_details: details });
}

/** Stripe tells of a changed refund under two names. */
export function emitUpdate(world: World, refund: Refund, previous: Record<string, unknown>): void {
  emit(world, 'refund.updated', refund, previous);
  emit(world, 'charge.refund.updated', refund, previous);
}
