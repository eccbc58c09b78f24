/** Money that a customer sent and that belongs to no payment yet, or no longer. */
import type Stripe from 'stripe';

import { emit } from '../events/behaviour.ts';
import { newId, randomDigits } from '../state/ids.ts';
import type { World } from '../world.ts';
import { cashBalance, cashMovement } from './object.ts';

type Movement = Stripe.CustomerCashBalanceTransaction;
type Why = Pick<Movement, 'type'> &
  Partial<
    Pick<
      Movement,
      'funded' | 'applied_to_payment' | 'unapplied_from_payment' | 'refunded_from_payment'
    >
  >;

export function available(world: World, customer: string, currency: string): number {
  return kept(world, customer).available[currency] ?? 0;
}

/** The account number that this customer's transfers go to, and nobody else's. */
export function account(world: World, customer: string): string {
  const row = kept(world, customer);
  world.store.put('emulator.cash', row);
  return row.account;
}

export function moveCash(
  world: World,
  customer: string,
  currency: string,
  net: number,
  why: Why,
): Movement {
  const { store, clock } = world;
  const row = kept(world, customer);
  const ending = (row.available[currency] ?? 0) + net;
  store.put('emulator.cash', { ...row, available: { ...row.available, [currency]: ending } });
  const movement = store.put(
    'customer_cash_balance_transaction',
    cashMovement({
      ...{ id: newId('ccsbtxn'), created: clock.now(), customer, currency, net, ending },
      why,
    }),
  );
  emit(world, 'customer_cash_balance_transaction.created', movement);
  return movement;
}

export function setMode(world: World, customer: string, mode: 'automatic' | 'manual'): void {
  world.store.put('emulator.cash', { ...kept(world, customer), mode });
}

export function balanceOf(world: World, customer: string): Stripe.CashBalance {
  return cashBalance(kept(world, customer));
}

function kept({ store }: World, id: string) {
  const row = store.get('emulator.cash', id);
  return row ?? { id, account: randomDigits(12), mode: 'automatic' as const, available: {} };
}
