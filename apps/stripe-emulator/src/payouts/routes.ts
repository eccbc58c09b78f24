import type Stripe from 'stripe';

import { fundsOf } from '../balance/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import { invalid, notBuilt } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { World } from '../world.ts';
import { cancelPayout, createPayout } from './behaviour.ts';

type Filter = ListParams & Stripe.PayoutListParams;

export const payoutRoutes = [
  route(
    'POST',
    '/v1/payouts',
    'PayoutCreate',
    ['amount', 'currency', 'description', 'metadata.*', 'method', 'statement_descriptor'],
    create,
  ),
  route('GET', '/v1/payouts', 'PayoutList', [...LIST, 'created.*', 'status'], list),
  route('GET', '/v1/payouts/:id', 'PayoutRetrieve', [], ({ world, id }) => one(world, id)),
  route('POST', '/v1/payouts/:id', 'PayoutUpdate', ['metadata.*'], update),
  route('POST', '/v1/payouts/:id/cancel', 'PayoutCancel', [], cancel),
];

function one({ store }: World, id: string): Stripe.Payout {
  return found(store.get('payout', id), 'payout', id, 'payout');
}

function create({ world, params }: Call<Stripe.PayoutCreateParams>): object {
  const { amount, method } = params;
  const currency = params.currency.toLowerCase();
  if (method === 'instant') throw notBuilt('instant payouts', 'method');
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid(
      'This value must be greater than or equal to 1.',
      'amount',
      'parameter_invalid_integer',
    );
  }
  if (amount > fundsOf(world.store.all('balance_transaction'), currency, world.clock.now())) {
    throw invalid(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is ' +
        'too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more ' +
        'details, see stripe.com/docs/api#balance).',
      undefined,
      'balance_insufficient',
    );
  }
  return createPayout(world, {
    ...{ amount, currency, description: params.description ?? null },
    statementDescriptor: params.statement_descriptor ?? null,
    metadata: mergeMetadata({}, params.metadata),
  });
}

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.Payout) => !params.status || row.status === params.status;
  return page(world.store.all('payout').filter(isWanted), params, path);
}

function update({ world, id, params }: Call<Stripe.PayoutUpdateParams>): object {
  const { metadata } = one(world, id);
  const updated = world.store.patch('payout', id, {
    metadata: mergeMetadata(metadata ?? {}, params.metadata),
  });
  emit(world, 'payout.updated', updated, { metadata });
  return updated;
}

function cancel({ world, id }: Call<object>): object {
  const before = one(world, id);
  if (before.status === 'pending' && !before.automatic) return cancelPayout(world, before);
  throw invalid(
    `Payouts can only be canceled while they are pending; this one is ${before.status}.`,
  );
}
