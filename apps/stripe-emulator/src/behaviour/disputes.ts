import type Stripe from 'stripe';

import { dispute } from '../fixtures/dispute.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { bookDispute } from './balance.ts';
import { emit } from './events.ts';
import { failRefund } from './refunds.ts';

/** The cardholder's bank asks (an inquiry, which takes nothing), or disputes the payment. */
export function openDispute(
  world: World,
  charge: Stripe.Charge,
  amount: number,
  isInquiry: boolean,
): Stripe.Dispute {
  const { store, clock } = world;
  const opened = store.put(
    'dispute',
    dispute({ id: newId('du'), charge, amount, isInquiry, created: clock.now() }),
  );
  store.patch('charge', charge.id, { disputed: true });
  emit(world, 'charge.dispute.created', opened);
  if (!isInquiry) failPendingRefunds(world, charge.id);
  return opened;
}

/** The money is taken. An inquiry that comes so far is a dispute from then on. */
export function withdrawFunds(world: World, dispute: Stripe.Dispute): Stripe.Dispute {
  const taken = change(world, dispute, {
    balance_transactions: [bookDispute(world, dispute, true)],
    is_charge_refundable: false,
    status: 'needs_response',
  });
  if (dispute.status !== 'needs_response') {
    emit(world, 'charge.dispute.updated', taken, { status: dispute.status });
    failPendingRefunds(world, idOf(dispute.charge));
  }
  emit(world, 'charge.dispute.funds_withdrawn', taken);
  return taken;
}

/** The money comes back, at once or on appeal; an inquiry is closed without anything having moved. */
export function winDispute(world: World, dispute: Stripe.Dispute): Stripe.Dispute {
  const was = dispute.balance_transactions;
  const won = change(world, dispute, {
    balance_transactions: was.length ? [...was, bookDispute(world, dispute, false)] : [],
    is_charge_refundable: true,
    status: dispute.status.startsWith('warning_') ? 'warning_closed' : 'won',
  });
  if (was.length) emit(world, 'charge.dispute.funds_reinstated', won);
  emit(world, 'charge.dispute.closed', won);
  return won;
}

export function loseDispute(world: World, dispute: Stripe.Dispute): Stripe.Dispute {
  const lost = change(world, dispute, { status: 'lost' });
  emit(world, 'charge.dispute.closed', lost);
  return lost;
}

const change = (world: World, { id }: Stripe.Dispute, fields: Partial<Stripe.Dispute>) =>
  world.store.patch('dispute', id, fields);

/** A refund that waits while its charge is disputed fails. */
function failPendingRefunds(world: World, chargeId: string): void {
  for (const refund of world.store.all('refund')) {
    if (idOf(refund.charge) !== chargeId || refund.status !== 'pending') continue;
    failRefund(world, refund, 'charge_for_pending_refund_disputed');
  }
}
