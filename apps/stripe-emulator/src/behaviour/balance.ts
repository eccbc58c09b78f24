import type Stripe from 'stripe';

import { balanceTransaction } from '../fixtures/money.ts';
import { cardFee, disputeFee } from '../money/fees.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';

/** Card money becomes available two days after the payment. */
const AVAILABLE_AFTER_SECONDS = 2 * 24 * 60 * 60;

type Booked = Stripe.BalanceTransaction;

export function bookCharge(world: World, charge: Stripe.Charge): Booked {
  const created = world.clock.now();
  return put(world, {
    ...{ type: 'charge', amount: charge.amount, fee: cardFee(charge.amount, charge.currency) },
    ...{ currency: charge.currency, source: charge.id, description: charge.description },
    ...{ created, availableOn: charge.created + AVAILABLE_AFTER_SECONDS },
  });
}

/** A refund leaves the balance it came into: as pending money while the charge's is. Fees stay. */
export function bookRefund(
  world: World,
  charge: Stripe.Charge,
  id: string,
  amount: number,
): Booked {
  return bookMovement(world, 'refund', charge, id, -amount);
}

/** The bank sent the money back: it returns to our balance, not to the payer. */
export function bookRefundFailure(
  world: World,
  charge: Stripe.Charge,
  id: string,
  amount: number,
): Booked {
  return bookMovement(world, 'refund_failure', charge, id, amount);
}

/** A dispute takes the money, and a fee for being disputed; one that is won gives the money back. */
export function bookDispute(world: World, dispute: Stripe.Dispute, taken: boolean): Booked {
  const { amount, currency } = dispute;
  const now = world.clock.now();
  return put(world, {
    ...{ type: 'adjustment', category: taken ? 'dispute' : 'dispute_reversal', currency },
    ...{ amount: taken ? -amount : amount, fee: taken ? disputeFee(currency) : 0 },
    ...{ source: dispute.id, created: now, availableOn: now },
    description: `Chargeback ${taken ? 'withdrawal' : 'reversal'} for ${idOf(dispute.charge)}`,
  });
}

function bookMovement(
  world: World,
  type: 'refund' | 'refund_failure',
  charge: Stripe.Charge,
  source: string,
  amount: number,
): Booked {
  const created = world.clock.now();
  const availableOn = Math.max(created, charge.created + AVAILABLE_AFTER_SECONDS);
  const description = type === 'refund' ? 'REFUND FOR CHARGE' : 'REFUND FAILURE';
  return put(world, {
    ...{ type, amount, fee: 0, currency: charge.currency, source },
    ...{ description: `${description} (${charge.id})`, created, availableOn },
  });
}

function put(world: World, given: Omit<Parameters<typeof balanceTransaction>[0], 'id'>): Booked {
  return world.store.put('balance_transaction', balanceTransaction({ ...given, id: newId('txn') }));
}

/** `status` follows the clock, so it is worked out when somebody looks. */
export function asOf(now: number, row: Booked): Booked {
  return { ...row, status: row.available_on <= now ? 'available' : 'pending' };
}

export function balance(world: World): Stripe.Balance {
  const now = world.clock.now();
  const rows = world.store.all('balance_transaction');
  const currencies = [...new Set(['usd', ...rows.map((row) => row.currency)])];
  const sums = (isAvailable: boolean) =>
    currencies.map((currency) => {
      const amount = rows
        .filter((row) => row.currency === currency && row.available_on <= now === isAvailable)
        .reduce((sum, row) => sum + row.net, 0);
      return { amount, currency, source_types: { card: amount } };
    });
  return { object: 'balance', available: sums(true), livemode: false, pending: sums(false) };
}
