/** What becomes of money on its way back to payers and to our bank. */
import type { FastifyInstance } from 'fastify';

import type { Params } from '../http/params.ts';
import { advancePayout, failPayout, payOutAll, setSchedule } from '../payouts/behaviour.ts';
import { nameAccount, releaseWaiting } from '../refunds/behaviour.ts';
import { failRefund, succeedRefund } from '../refunds/outcome.ts';
import type { World } from '../world.ts';
import { bodyOf, isTrue, movable, textOf, type WithId, wholeNumber } from './body.ts';

export function registerMoney(server: FastifyInstance, world: World): void {
  const { store } = world;
  server.get('/_emulator/refunds', () => refundSummary(world));
  server.post('/_emulator/refunds/:id/fail', (request: WithId) => {
    const refund = movable(world, 'refund', request.params.id, ['pending', 'succeeded']);
    const reason = textOf(bodyOf(request), 'reason');
    return store.transaction(() => failRefund(world, refund, reason));
  });
  server.post('/_emulator/refunds/:id/succeed', (request: WithId) => {
    const refund = movable(world, 'refund', request.params.id, ['pending']);
    return store.transaction(() => succeedRefund(world, refund));
  });
  server.post('/_emulator/refunds/:id/name_account', (request: WithId) => {
    const refund = movable(world, 'refund', request.params.id, ['requires_action']);
    return store.transaction(() => nameAccount(world, refund));
  });
  server.post('/_emulator/balance', (request) => setBalance(world, bodyOf(request)));
  server.post('/_emulator/payouts', () => ({
    payouts: store.transaction(() => payOutAll(world)),
  }));
  server.post('/_emulator/payouts/schedule', (request) => {
    const isDaily = textOf(bodyOf(request), 'interval') === 'daily';
    store.transaction(() => setSchedule(world, isDaily));
    return { interval: isDaily ? 'daily' : 'manual' };
  });
  server.post('/_emulator/payouts/:id/pay', (request: WithId) => {
    const { id } = movable(world, 'payout', request.params.id, ['pending']);
    store.transaction(() => advancePayout(world, id));
    return store.get('payout', id);
  });
  server.post('/_emulator/payouts/:id/fail', (request: WithId) => {
    const payout = movable(world, 'payout', request.params.id, ['pending', 'paid']);
    return store.transaction(() => failPayout(world, payout, textOf(bodyOf(request), 'code')));
  });
}

/** Paid out (`empty`), or with a limit (`reserve`) beyond what payments brought; refunds wait for it. */
function setBalance(world: World, body: Params): object {
  const { store } = world;
  return store.transaction(() => {
    if (body['empty'] !== undefined) {
      if (isTrue(body, 'empty')) store.put('emulator.empty_balance', { id: 'balance' });
      else store.remove('emulator.empty_balance', 'balance');
    }
    if (body['reserve'] === null) store.remove('emulator.reserve', 'balance');
    else if (body['reserve'] !== undefined) {
      const amount = wholeNumber(body, 'reserve', 0, Number.MAX_SAFE_INTEGER);
      store.put('emulator.reserve', { id: 'balance', amount });
    }
    releaseWaiting(world);
    return {
      empty: store.get('emulator.empty_balance', 'balance') !== undefined,
      reserve: store.get('emulator.reserve', 'balance')?.amount ?? null,
    };
  });
}

/** Count and sum by currency and status, and any charge that gave back more than it took. */
function refundSummary({ store }: World): object {
  const totals: Record<string, { count: number; amount: number }> = {};
  for (const { currency, status, amount } of store.all('refund')) {
    const total = (totals[`${currency} ${status}`] ??= { count: 0, amount: 0 });
    total.count += 1;
    total.amount += amount;
  }
  const overRefunded = store.all('charge').filter((c) => c.amount_refunded > c.amount_captured);
  return { totals, over_refunded: overRefunded.map((charge) => charge.id) };
}
