/** Money on its way from the balance to the account's own bank. */
import type Stripe from 'stripe';

import { fundsOf, put } from '../balance/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { newId, randomDigits } from '../state/ids.ts';
import type { World } from '../world.ts';
import { payout } from './object.ts';

type Payout = Stripe.Payout;

export interface PayoutWish {
  amount: number;
  currency: string;
  isAutomatic?: boolean;
  description?: string | null;
  statementDescriptor?: string | null;
  metadata?: Record<string, string>;
}

const DAY_SECONDS = 24 * 60 * 60;
const ARRIVES_AFTER_DAYS = 2;

/** Takes the money from the available balance; who asks has checked that it is there. */
export function createPayout(world: World, wish: PayoutWish): Payout {
  const { store, clock, scheduler } = world;
  const { amount, currency, isAutomatic = false, metadata = {} } = wish;
  const id = newId('po');
  const created = clock.now();
  const arrival = created + ARRIVES_AFTER_DAYS * DAY_SECONDS;
  const taken = book(world, { id, currency }, 'payout', -amount);
  const made = store.put(
    'payout',
    payout({
      ...{ id, amount, currency, isAutomatic, metadata, created, arrival },
      description: isAutomatic ? 'STRIPE PAYOUT' : (wish.description ?? null),
      statementDescriptor: wish.statementDescriptor ?? null,
      balanceTransaction: taken.id,
    }),
  );
  emit(world, 'payout.created', made);
  scheduler.schedule('advance_payout', id, (arrival - created) * 1000);
  return made;
}

/** It has arrived; Stripe can then say which rows an automatic one holds. */
export function advancePayout(world: World, id: string): void {
  const before = world.store.get('payout', id);
  if (before?.status !== 'pending') return;
  const paid = world.store.patch('payout', id, {
    status: 'paid',
    trace_id: { status: 'supported', value: randomDigits(15) },
    ...(before.automatic ? { reconciliation_status: 'completed' as const } : {}),
  });
  emit(world, 'payout.paid', paid);
  if (before.automatic) emit(world, 'payout.reconciliation_completed', paid);
}

/** Our bank sent it back, before or after it had arrived. */
export function failPayout(world: World, before: Payout, code = 'account_closed'): Payout {
  const returned = book(world, before, 'payout_failure', before.amount);
  const failed = world.store.patch('payout', before.id, {
    failure_balance_transaction: returned.id,
    failure_code: code,
    failure_message: 'The bank account could not take the payout.',
    status: 'failed',
  });
  emit(world, 'payout.failed', failed);
  return failed;
}

export function cancelPayout(world: World, before: Payout): Payout {
  const returned = book(world, before, 'payout_cancel', before.amount);
  const canceled = world.store.patch('payout', before.id, {
    failure_balance_transaction: returned.id,
    status: 'canceled',
  });
  emit(world, 'payout.canceled', canceled);
  return canceled;
}

/** All that is available leaves, and Stripe remembers what it consists of. */
export function payOutAll(world: World): Payout[] {
  const { store, clock } = world;
  const now = clock.now();
  const rows = store.all('balance_transaction');
  return [...new Set(rows.map((row) => row.currency))].flatMap((currency) => {
    const amount = fundsOf(rows, currency, now);
    if (amount <= 0) return [];
    const made = createPayout(world, { amount, currency, isAutomatic: true });
    const paidOut = new Set(store.all('emulator.payout').flatMap((row) => row.rows));
    const held = rows.filter(
      (row) => row.currency === currency && row.available_on <= now && !paidOut.has(row.id),
    );
    store.put('emulator.payout', { id: made.id, rows: held.map((row) => row.id) });
    return [made];
  });
}

/** By day, or when asked; a schedule that is taken back ends by itself. */
export function payOutDaily(world: World): void {
  if (!world.store.get('emulator.schedule', 'payouts')) return;
  payOutAll(world);
  world.scheduler.schedule('automatic_payout', 'payouts', DAY_SECONDS * 1000);
}

export function setSchedule(world: World, isDaily: boolean): void {
  const { store, scheduler } = world;
  scheduler.cancel('automatic_payout', 'payouts');
  if (!isDaily) return store.remove('emulator.schedule', 'payouts');
  store.put('emulator.schedule', { id: 'payouts' });
  scheduler.schedule('automatic_payout', 'payouts', DAY_SECONDS * 1000);
}

function book(
  world: World,
  { id, currency }: Pick<Payout, 'id' | 'currency'>,
  type: 'payout' | 'payout_failure' | 'payout_cancel',
  amount: number,
) {
  const now = world.clock.now();
  return put(world, {
    ...{ type, category: type === 'payout' ? type : 'payout_reversal', amount, fee: 0, currency },
    ...{ source: id, description: 'STRIPE PAYOUT', created: now, availableOn: now },
  });
}
