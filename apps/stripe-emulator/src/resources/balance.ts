import type Stripe from 'stripe';

import { asOf, balance } from '../behaviour/balance.ts';
import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';

type Filter = ListParams & Stripe.BalanceTransactionListParams;

export const balanceRoutes = [
  route('GET', '/v1/balance', 'BalanceRetrieve', [], ({ world }) => balance(world)),
  route(
    'GET',
    '/v1/balance_transactions',
    'BalanceTransactionList',
    [...LIST, 'created.*', 'currency', 'source', 'type'],
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
  const rows = world.store
    .all('balance_transaction')
    .filter(
      (row) =>
        (!params.currency || row.currency === params.currency.toLowerCase()) &&
        (!params.source || row.source === params.source) &&
        (!params.type || row.type === params.type),
    )
    .map((row) => asOf(now, row));
  return page(rows, params, path);
}
