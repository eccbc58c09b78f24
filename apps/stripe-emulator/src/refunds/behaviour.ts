import type Stripe from 'stripe';

import { bookRefund, isShort } from '../balance/behaviour.ts';
import { isCardCharge, settleCharge } from '../charges/behaviour.ts';
import { available, moveCash } from '../customers/cash-balance.ts';
import { emit } from '../events/behaviour.ts';
import { invalid } from '../http/errors.ts';
import { cardOf } from '../payment-methods/behaviour.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { checkAge, checkRefundable, checkUndisputed } from './checks.ts';
import { askFor, refund as wholeRefund } from './object.ts';
import {
  addReference,
  cancelRefund,
  emitUpdate,
  failRefund,
  setRefunded,
  SHORT,
  succeedRefund,
} from './outcome.ts';

type Refund = Stripe.Refund;

export interface RefundWish {
  /** Undefined asks for all that is left. */
  amount?: number | undefined;
  reason?: string | undefined;
  /** To whom Stripe writes, where it must ask for an account. */
  email?: string | undefined;
  metadata: Record<string, string>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Stripe ends a refund that has waited so long for the balance or for the payer. */
const GIVEN_UP_AFTER_MS = 45 * DAY_MS;
/** Until money sent to a bank has arrived. */
const BANK_TAKES_MS = 3 * DAY_MS;

/** Sends money back to where a charge came from, or refuses in Stripe's words. */
export function createRefund(world: World, paid: Stripe.Charge, wish: RefundWish): Refund {
  const { store, clock } = world;
  checkUndisputed(world, paid.id);
  checkRefundable(paid, wish.amount);
  checkAge(world, paid);
  const email = emailOf(world, paid, wish.email);
  // Money cannot leave before it was booked.
  settleCharge(world, paid.id);
  const charge = store.get('charge', paid.id) ?? paid;
  const amount = wish.amount ?? charge.amount_captured - charge.amount_refunded;
  const id = newId(isCardCharge(charge) ? 're' : 'pyr');
  const state = firstState(world, charge, amount);
  const isBooked = state.pendingReason !== SHORT && state.pendingReason !== 'charge_pending';
  const refund = store.put(
    'refund',
    wholeRefund({
      ...{ id, charge, amount, currency: charge.currency, customer: idOf(charge.customer) || null },
      ...{ ...state, metadata: wish.metadata, reason: wish.reason ?? null, email },
      balanceTransaction: isBooked ? bookRefund(world, charge, id, amount).id : null,
      created: clock.now(),
    }),
  );
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const refunded = setRefunded(world, charge, charge.amount_refunded + amount);
  emit(world, 'refund.created', refund);
  emit(world, 'charge.refunded', refunded, previous);
  if (state.pendingReason === SHORT) store.put('emulator.waiting', { id });
  scheduleNext(world, refund);
  return refund;
}

/** Cash that belongs to no payment goes back to the customer who sent it. */
export function returnCash(
  world: World,
  { id: customer, email }: Stripe.Customer,
  currency: string,
  wish: RefundWish,
): Refund {
  const held = available(world, customer, currency);
  const amount = wish.amount ?? held;
  const to = wish.email ?? email;
  if (amount < 1 || amount > held) {
    throw invalid('The cash balance of the customer is smaller than this amount.', 'amount');
  }
  if (!to) throw noEmail();
  moveCash(world, customer, currency, -amount, { type: 'return_initiated' });
  const refund = world.store.put(
    'refund',
    wholeRefund({
      ...{ id: newId('pyr'), charge: null, amount, currency, customer, email: to },
      ...{ balanceTransaction: null, status: 'requires_action', pendingReason: null },
      ...{ metadata: wish.metadata, reason: wish.reason ?? null, created: world.clock.now() },
    }),
  );
  emit(world, 'refund.created', refund);
  scheduleNext(world, refund);
  return refund;
}

function emailOf({ store }: World, charge: Stripe.Charge, given: string | undefined) {
  if (charge.payment_method_details?.type !== 'customer_balance') return null;
  const email = given ?? store.get('customer', idOf(charge.customer))?.email;
  if (!email) throw noEmail();
  return email;
}

const noEmail = () =>
  invalid(
    'Stripe has to ask the customer for a bank account: give the customer an email address, or ' +
      'instructions_email.',
    'instructions_email',
  );

type State = { status: 'pending' | 'succeeded' | 'requires_action' } & {
  pendingReason: Stripe.Refund.PendingReason | null;
};

function firstState(world: World, charge: Stripe.Charge, amount: number): State {
  const pending = (pendingReason: Stripe.Refund.PendingReason): State => ({
    ...{ status: 'pending', pendingReason },
  });
  if (charge.status === 'pending') return pending('charge_pending');
  if (isShort(world, charge, amount)) return pending(SHORT);
  if (charge.payment_method_details?.type === 'customer_balance') {
    return { status: 'requires_action', pendingReason: null };
  }
  const isLate = !isCardCharge(charge) || cardOf(world, charge.payment_method).refunds === 'later';
  return isLate ? pending('processing') : { status: 'succeeded', pendingReason: null };
}

/** A refund that is waiting for something has its day, on which it is given up. */
function scheduleNext({ scheduler, store, delayMs }: World, refund: Refund): void {
  const { id, status, pending_reason: reason } = refund;
  if (reason === 'charge_pending') return;
  const charge = store.get('charge', idOf(refund.charge));
  const isGivenUp = status === 'requires_action' || reason === SHORT;
  const moves = charge && isCardCharge(charge) ? delayMs : BANK_TAKES_MS;
  scheduler.schedule('advance_refund', id, isGivenUp ? GIVEN_UP_AFTER_MS : moves);
}

/** The processor's own next step: done, failed after success, or the bank's reference arrives. */
export function advanceRefund(world: World, id: string): void {
  const refund = world.store.get('refund', id);
  if (!refund) return;
  const charge = world.store.get('charge', idOf(refund.charge));
  const isFailing = charge && cardOf(world, charge.payment_method).refunds === 'fail';
  if (refund.status === 'requires_action') cancelRefund(world, refund);
  else if (refund.pending_reason === SHORT) failRefund(world, refund, SHORT);
  else if (refund.status === 'pending') succeedRefund(world, refund);
  else if (refund.status === 'succeeded' && isFailing) failRefund(world, refund);
  else if (refund.status === 'succeeded') addReference(world, refund);
}

/** There is money again: refunds that waited for it leave, in the order in which they came. */
export function releaseWaiting(world: World): void {
  const { store } = world;
  for (const { id } of store.all('emulator.waiting')) {
    const refund = store.get('refund', id);
    const charge = refund && store.get('charge', idOf(refund.charge));
    if (!refund || !charge || isShort(world, charge, refund.amount)) continue;
    store.remove('emulator.waiting', id);
    leave(world, refund, charge);
  }
}

/** What waited for the balance or for the debit goes its way. */
function leave(world: World, waiting: Refund, charge: Stripe.Charge): void {
  const { store, clock, scheduler } = world;
  const booked = bookRefund(world, charge, waiting.id, waiting.amount);
  const refund = store.patch('refund', waiting.id, { balance_transaction: booked.id });
  scheduler.cancel('advance_refund', refund.id);
  if (isCardCharge(charge)) return void succeedRefund(world, refund);
  const { pending_reason: reason, ...rest } = refund;
  const email = refund.instructions_email;
  const moved = store.put(
    'refund',
    email
      ? { ...rest, next_action: askFor(email, clock.now()), status: 'requires_action' }
      : { ...rest, pending_reason: 'processing' },
  );
  emitUpdate(world, moved, { pending_reason: reason, status: refund.status });
  scheduleNext(world, moved);
}

/** The debit of an intent has come, or has not: so much for refunds that waited for it. */
export function followDebit(world: World, intent: Stripe.PaymentIntent): void {
  const charge = world.store.get('charge', idOf(intent.latest_charge));
  if (!charge || isCardCharge(charge)) return;
  const waiting = world.store
    .all('refund')
    .filter((row) => row.charge === charge.id && row.pending_reason === 'charge_pending');
  for (const refund of waiting) {
    if (!charge.paid) cancelRefund(world, refund);
    else leave(world, refund, charge);
  }
}

/** The payer has named an account. */
export function nameAccount(world: World, refund: Refund): Refund {
  const { next_action: asked, ...rest } = refund;
  world.scheduler.cancel('advance_refund', refund.id);
  const moved = world.store.put('refund', {
    ...rest,
    pending_reason: 'processing',
    status: 'pending',
  });
  emitUpdate(world, moved, { next_action: asked, status: refund.status });
  scheduleNext(world, moved);
  return moved;
}
