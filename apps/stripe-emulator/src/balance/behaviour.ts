import type Stripe from 'stripe';

import { disputeFee, feeOf } from '../money/fees.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { balanceTransaction, type MovementType } from './object.ts';

/** Card money becomes available two days after the payment. */
const AVAILABLE_AFTER_SECONDS = 2 * 24 * 60 * 60;

type Booked = Stripe.BalanceTransaction;

export function bookCharge(world: World, charge: Stripe.Charge, isAtOnce?: boolean): Booked {
  const created = world.clock.now();
  const { amount, currency, id: source, description } = charge;
  const method = charge.payment_method_details?.type ?? 'card';
  const bank = { type: 'payment', category: 'charge' } as const;
  return put(world, {
    ...(method === 'card' ? { type: 'charge' } : bank),
    ...{ amount, fee: feeOf(method, amount, currency), currency, source, description, created },
    availableOn: isAtOnce ? created : Math.max(created, charge.created + AVAILABLE_AFTER_SECONDS),
  });
}

/** A refund leaves the balance it came into: as pending money while the charge's is. Fees stay. */
export function bookRefund(
  world: World,
  charge: Stripe.Charge,
  id: string,
  amount: number,
): Booked {
  const isCard = charge.payment_method_details?.type === 'card';
  return bookMovement(world, isCard ? 'refund' : 'payment_refund', charge, id, -amount);
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
  type: MovementType,
  charge: Stripe.Charge,
  source: string,
  amount: number,
): Booked {
  const created = world.clock.now();
  const own = world.store.get('balance_transaction', idOf(charge.balance_transaction));
  const availableOn = Math.max(created, own?.available_on ?? created);
  const description = type === 'refund_failure' ? 'REFUND FAILURE' : 'REFUND FOR CHARGE';
  return put(world, {
    ...{ type, amount, fee: 0, currency: charge.currency, source },
    ...(type === 'payment_refund' ? { category: 'refund' } : {}),
    ...{ description: `${description} (${charge.id})`, created, availableOn },
  });
}

export function put(world: World, given: NewMovement): Booked {
  const { store, clock, scheduler } = world;
  if (given.amount > 0 && store.all('emulator.waiting').length) {
    scheduler.schedule('release_refunds', 'balance', (given.availableOn - clock.now()) * 1000);
  }
  return store.put('balance_transaction', balanceTransaction({ ...given, id: newId('txn') }));
}

type NewMovement = Omit<Parameters<typeof balanceTransaction>[0], 'id'>;

/**
 * Whether a refund of a charge must wait. It draws on what is available and, while the charge's own
 * money is not, on what is coming. Without a limit set, there is always enough.
 */
export function isShort({ store, clock }: World, charge: Stripe.Charge, amount: number): boolean {
  if (store.get('emulator.empty_balance', 'balance')) return true;
  const reserve = store.get('emulator.reserve', 'balance')?.amount;
  if (reserve === undefined) return false;
  const now = clock.now();
  const own = store.get('balance_transaction', idOf(charge.balance_transaction));
  const until = own && own.available_on > now ? Infinity : now;
  return reserve + fundsOf(store.all('balance_transaction'), charge.currency, until) < amount;
}

/** What a currency's rows come to that are available by then. */
export function fundsOf(rows: Booked[], currency: string, until: number): number {
  return rows
    .filter((row) => row.currency === currency && row.available_on <= until)
    .reduce((sum, row) => sum + row.net, 0);
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
