/** Bank transfers: the payer is told where to send money, and whatever comes is applied as it comes. */
import type Stripe from 'stripe';

import { putCharge } from '../charges/behaviour.ts';
import { account, available, moveCash } from '../customers/cash-balance.ts';
import { emit } from '../events/behaviour.ts';
import { keepMethod } from '../payment-methods/behaviour.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { transferInstructions } from './object.ts';
import { intentOf, succeed } from './outcome.ts';

type Intent = Stripe.PaymentIntent;

export function payByTransfer(world: World, id: string, method: Stripe.PaymentMethod): Intent {
  const { store } = world;
  const intent = intentOf(world, id);
  store.patch('payment_intent', id, {
    last_payment_error: null,
    next_action: instructions(world, intent, intent.amount),
    payment_method: method.id,
    status: 'requires_action',
  });
  const applied = isAutomatic(world, idOf(intent.customer))
    ? applyCash(world, id)
    : intentOf(world, id);
  if (applied.status === 'requires_action') emit(world, 'payment_intent.requires_action', applied);
  return applied;
}

/** Money of the customer becomes money of the payment; a part of it waits for the rest. */
export function applyCash(world: World, id: string, most = Infinity): Intent {
  const { store } = world;
  const intent = intentOf(world, id);
  const { amount, currency, customer } = intent;
  const funded = store.get('emulator.intent', id)?.funded ?? 0;
  const taken = Math.min(available(world, idOf(customer), currency), amount - funded, most);
  if (taken <= 0) return intent;
  moveCash(world, idOf(customer), currency, -taken, {
    ...{ type: 'applied_to_payment', applied_to_payment: { payment_intent: id } },
  });
  store.patch('emulator.intent', id, { funded: funded + taken });
  if (funded + taken === amount) return complete(world, intent);
  const updated = store.patch('payment_intent', id, {
    next_action: instructions(world, intent, amount - funded - taken),
  });
  emit(world, 'payment_intent.partially_funded', updated, { next_action: intent.next_action });
  return updated;
}

function complete(world: World, intent: Intent): Intent {
  const known = world.store.get('payment_method', idOf(intent.payment_method));
  const method = known ?? keepMethod(world, { test: 'transfer' });
  const charge = putCharge(world, { intent, method });
  emit(world, 'charge.succeeded', charge);
  return succeed(world, intent.id, charge);
}

interface Transfer {
  amount: number;
  currency: string;
  reference: string | null;
}

/** Money from the customer's bank: it pays what is open, as far as it reaches. The rest stays cash. */
export function receive(world: World, customer: string, { amount, currency, reference }: Transfer) {
  const transfer = {
    reference,
    type: 'us_bank_transfer',
    us_bank_transfer: { network: 'ach', sender_name: 'STRIPE TEST BANK' },
  } as const;
  const movement = moveCash(world, customer, currency, amount, {
    ...{ type: 'funded', funded: { bank_transfer: transfer } },
  });
  if (isAutomatic(world, customer)) reconcile(world, customer, currency, reference ?? '');
  return movement;
}

function reconcile(world: World, customer: string, currency: string, reference: string): void {
  for (;;) {
    const cash = available(world, customer, currency);
    const open = openIntents(world, customer, currency);
    const [oldest] = open;
    if (cash <= 0 || !oldest) return;
    const named = open.find((intent) => reference.includes(referenceOf(intent)));
    const exact = open.find((intent) => remaining(world, intent) === cash);
    applyCash(world, (named ?? exact ?? oldest).id);
  }
}

/** The intent is cancelled: what came for it is the customer's again. */
export function returnCash(world: World, intent: Intent): void {
  const funded = world.store.get('emulator.intent', intent.id)?.funded ?? 0;
  if (funded === 0) return;
  world.store.patch('emulator.intent', intent.id, { funded: 0 });
  moveCash(world, idOf(intent.customer), intent.currency, funded, {
    ...{ type: 'unapplied_from_payment', unapplied_from_payment: { payment_intent: intent.id } },
  });
}

function openIntents({ store }: World, customer: string, currency: string): Intent[] {
  return store
    .all('payment_intent')
    .filter(
      (intent) =>
        idOf(intent.customer) === customer && intent.currency === currency && isAwaited(intent),
    );
}

export function isAwaited({ status, next_action: action }: Intent): boolean {
  return status === 'requires_action' && action?.type === 'display_bank_transfer_instructions';
}

function remaining({ store }: World, { id, amount }: Intent): number {
  return amount - (store.get('emulator.intent', id)?.funded ?? 0);
}

function isAutomatic({ store }: World, customer: string): boolean {
  return store.get('emulator.cash', customer)?.mode !== 'manual';
}

/** What a payer writes on the transfer. */
const referenceOf = ({ id }: Intent) => id.slice(-12).toUpperCase();

function instructions(world: World, intent: Intent, amountRemaining: number) {
  return transferInstructions({
    ...{ amountRemaining, currency: intent.currency, reference: referenceOf(intent) },
    account: account(world, idOf(intent.customer)),
    url: `${world.publicUrl}/c/instructions/${intent.id}`,
  });
}
