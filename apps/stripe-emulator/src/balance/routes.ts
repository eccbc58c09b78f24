import type Stripe from 'stripe';

import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { World } from '../world.ts';
import { asOf, balance } from './behaviour.ts';

type Filter = ListParams & Stripe.BalanceTransactionListParams;

export const balanceRoutes = [
  route('GET', '/v1/balance', 'BalanceRetrieve', [], ({ world }) => balance(world)),
  route(
    'GET',
    '/v1/balance_transactions',
    'BalanceTransactionList',
    [...LIST, 'created.*', 'currency', 'source', 'type', 'payout'],
    list,
  ),
  route('GET', '/v1/balance_transactions/:id', 'BalanceTransactionRetrieve', [], ({ world, id }) =>
    asOf(
      world.clock.now(),
      found(world.store.get('balance_transaction', id), 'balance transaction', id),
    ),
  ),
];

function list({ world, params, path }: Call<Filter>): object {
  const now = world.clock.now();
  const held = heldBy(world, params.payout);
  const rows = world.store
    .all('balance_transaction')
    .filter(
      (row) =>
        (!params.currency || row.currency === params.currency.toLowerCase()) &&
        (!params.source || row.source === params.source) &&
        (!params.type || row.type === params.type) &&
        (!held || held.has(row.id)),
    )
    .map((row) => asOf(now, row));
  return page(rows, params, path);
}

/** Of a payout that somebody made by hand, Stripe does not know what it consists of. */
function heldBy({ store }: World, id: string | undefined): Set<string> | undefined {
  if (!id) return undefined;
  const payout = found(store.get('payout', id), 'payout', id, 'payout');
  if (!payout.automatic) {
    throw invalid(
      'Balance transaction history can only be filtered on automatic transfers, not manual.',
      'payout',
    );
  }
  const own = typeof payout.balance_transaction === 'string' ? [payout.balance_transaction] : [];
  return new Set([...own, ...(store.get('emulator.payout', id)?.rows ?? [])]);
}
