import type Stripe from 'stripe';

import { bookCharge } from '../balance/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { cardOf } from '../payment-methods/behaviour.ts';
import { newId } from '../state/ids.ts';
import type { World } from '../world.ts';
import { charge } from './object.ts';

type NewCharge = Omit<Parameters<typeof charge>[0], 'id' | 'created' | 'card'>;

/** Card networks carry charges; what banks carry is a payment, with an id of another kind. */
export function putCharge(world: World, wish: NewCharge): Stripe.Charge {
  const card = wish.method.type === 'card' ? cardOf(world, wish.method) : undefined;
  const id = newId(card ? 'ch' : 'py');
  return world.store.put('charge', charge({ ...wish, id, card, created: world.clock.now() }));
}

/** Books the charge's money; harmless when it is booked already. */
export function settleCharge(world: World, chargeId: string): void {
  const charge = world.store.get('charge', chargeId);
  if (!charge?.paid || charge.balance_transaction) return;
  const isAtOnce = cardOf(world, charge.payment_method).isAvailableAtOnce;
  const booked = bookCharge(world, charge, isAtOnce);
  const settled = world.store.patch('charge', chargeId, { balance_transaction: booked.id });
  emit(world, 'charge.updated', settled, { balance_transaction: null });
}

export const isCardCharge = (charge: Stripe.Charge) =>
  charge.payment_method_details?.type === 'card';
