import type Stripe from 'stripe';

import { invalid, tooFine } from '../http/errors.ts';
import * as fixtures from '../fixtures/money.ts';
import { formatAmount, stepOf } from '../money/currencies.ts';
import { newId, randomDigits } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { bookRefund, bookRefundFailure } from './balance.ts';
import { cardNamed } from './cards.ts';
import { emit } from './events.ts';
import { settleCharge } from './payments.ts';

export interface RefundWish {
  charge: Stripe.Charge;
  /** Undefined asks for all that is left. */
  amount?: number;
  reason?: string;
  metadata: Record<string, string>;
}

/** Sends money back to the card of a charge, or refuses in Stripe's words. */
export function createRefund(world: World, wish: RefundWish): Stripe.Refund {
  const { store, clock, scheduler, delayMs } = world;
  checkUndisputed(world, wish.charge.id);
  checkRefundable(wish);
  // Money cannot leave before it was booked.
  settleCharge(world, wish.charge.id);
  const charge = store.get('charge', wish.charge.id) ?? wish.charge;
  const amount = wish.amount ?? charge.amount_captured - charge.amount_refunded;
  const behaviour = cardNamed(store.get('emulator.charge', charge.id)?.card ?? 'visa').refunds;
  const id = newId('re');
  const isShort = store.get('emulator.empty_balance', 'balance') !== undefined;
  const pendingReason = isShort ? SHORT : behaviour === 'later' ? 'processing' : null;
  const refund = store.put(
    'refund',
    fixtures.refund({
      ...{ id, charge, amount, metadata: wish.metadata, reason: wish.reason ?? null },
      balanceTransaction: isShort ? null : bookRefund(world, charge, id, amount).id,
      ...{ pendingReason, created: clock.now() },
    }),
  );
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const refunded = setRefunded(world, charge, charge.amount_refunded + amount);
  emit(world, 'refund.created', refund);
  emit(world, 'charge.refunded', refunded, previous);
  scheduler.schedule('advance_refund', id, isShort ? SHORT_ENDS_AFTER_MS : delayMs);
  return refund;
}

function checkUndisputed(world: World, chargeId: string): void {
  const stops = (d: Stripe.Dispute) => idOf(d.charge) === chargeId && !d.is_charge_refundable;
  if (!world.store.all('dispute').some(stops)) return;
  throw invalid(
    `Charge ${chargeId} has been charged back; cannot issue a refund.`,
    undefined,
    'charge_disputed',
  );
}

function checkRefundable({ charge, amount }: RefundWish): void {
  const left = charge.amount_captured - charge.amount_refunded;
  if (charge.refunded || left <= 0) {
    throw invalid(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    );
  }
  const step = stepOf(charge.currency);
  if ((amount ?? left) % step !== 0) throw tooFine(charge.currency, step);
  if (amount !== undefined && amount > left) {
    const asked = formatAmount(amount, charge.currency);
    const rest = formatAmount(left, charge.currency);
    throw invalid(
      `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`,
      'amount',
    );
  }
}

/** The processor's own next step: done, failed after success, or the bank's reference arrives. */
export function advanceRefund(world: World, id: string): void {
  const refund = world.store.get('refund', id);
  const charge = refund && world.store.get('charge', idOf(refund.charge));
  if (!refund || !charge) return;
  const { refunds } = cardNamed(world.store.get('emulator.charge', charge.id)?.card ?? 'visa');
  if (isWaiting(refund)) failRefund(world, refund, SHORT);
  else if (refund.status === 'pending') succeedRefund(world, refund);
  else if (refund.status === 'succeeded' && refunds === 'fail') failRefund(world, refund);
  else if (refund.status === 'succeeded') addReference(world, refund);
}

const SHORT = 'insufficient_funds';
/** Stripe fails a refund that has waited this long for the balance. */
const SHORT_ENDS_AFTER_MS = 45 * 24 * 60 * 60 * 1000;
const isWaiting = (r: Stripe.Refund) => r.status === 'pending' && r.pending_reason === SHORT;

/** The balance is paid out, or there is money again: then what waited for it leaves. */
export function setBalance(world: World, isEmpty: boolean): void {
  const { store } = world;
  if (isEmpty) return void store.put('emulator.empty_balance', { id: 'balance' });
  store.remove('emulator.empty_balance', 'balance');
  for (const refund of store.all('refund').filter(isWaiting)) {
    const charge = store.get('charge', idOf(refund.charge));
    if (!charge) continue;
    const booked = bookRefund(world, charge, refund.id, refund.amount);
    const paid = store.patch('refund', refund.id, { balance_transaction: booked.id });
    succeedRefund(world, paid);
  }
}

/** pending → succeeded. */
export function succeedRefund(world: World, refund: Stripe.Refund): Stripe.Refund {
  const { pending_reason: reason, ...rest } = refund;
  const card = { ...refund.destination_details?.card, type: 'refund' as const };
  const succeeded = world.store.put('refund', {
    ...rest,
    destination_details: { card, type: 'card' },
    status: 'succeeded',
  });
  emitUpdate(world, succeeded, { pending_reason: reason, status: refund.status });
  world.scheduler.schedule('advance_refund', refund.id, world.delayMs);
  return succeeded;
}

/** pending or succeeded → failed: the money comes back to our balance and nothing is sent again. */
export function failRefund(
  world: World,
  refund: Stripe.Refund,
  reason = 'expired_or_canceled_card',
): Stripe.Refund {
  const charge = world.store.get('charge', idOf(refund.charge));
  if (!charge) throw new Error(`Refund ${refund.id} has no charge.`);
  const { pending_reason: _over, ...rest } = refund;
  const returned = isWaiting(refund)
    ? {}
    : {
        failure_balance_transaction: bookRefundFailure(world, charge, refund.id, refund.amount).id,
      };
  const failed = world.store.put('refund', {
    ...rest,
    ...returned,
    failure_reason: reason,
    status: 'failed',
  });
  setRefunded(world, charge, charge.amount_refunded - refund.amount);
  emitUpdate(world, failed, { status: refund.status });
  emit(world, 'refund.failed', failed);
  return failed;
}

/** The acquirer's number by which a bank can trace the money. */
function addReference(world: World, refund: Stripe.Refund): void {
  const card = refund.destination_details?.card;
  if (!card || card.reference) return;
  const traced = { ...card, reference: randomDigits(23), reference_status: 'available' };
  const updated = world.store.patch('refund', refund.id, {
    destination_details: { card: traced, type: 'card' },
  });
  emitUpdate(world, updated, { destination_details: refund.destination_details });
}

/** Stripe tells of a changed refund under two names. */
export function emitUpdate(
  world: World,
  refund: Stripe.Refund,
  previous: Record<string, unknown>,
): void {
  emit(world, 'refund.updated', refund, previous);
  emit(world, 'charge.refund.updated', refund, previous);
}

function setRefunded({ store }: World, charge: Stripe.Charge, amount: number): Stripe.Charge {
  return store.patch('charge', charge.id, {
    amount_refunded: amount,
    refunded: amount === charge.amount_captured,
  });
}
