import type Stripe from 'stripe';

import { emit } from '../events/behaviour.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { World } from '../world.ts';

type Filter = ListParams & Stripe.ChargeListParams;

export const chargeRoutes = [
  route(
    'GET',
    '/v1/charges',
    'ChargeList',
    [...LIST, 'created.*', 'customer', 'payment_intent'],
    list,
  ),
  route('GET', '/v1/charges/:id', 'ChargeRetrieve', [], ({ world, id }) => one(world, id)),
  route('POST', '/v1/charges/:id', 'ChargeUpdate', ['description', 'metadata.*'], update),
];

function one({ store }: World, id: string): Stripe.Charge {
  return found(store.get('charge', id), 'charge', id);
}

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.Charge) =>
    (!params.customer || row.customer === params.customer) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('charge').filter(isWanted), params, path);
}

function update({ world, id, params }: Call<Stripe.ChargeUpdateParams>): object {
  const { description, metadata } = one(world, id);
  const updated = world.store.patch('charge', id, {
    description: params.description ?? description,
    metadata: mergeMetadata(metadata, params.metadata),
  });
  emit(world, 'charge.updated', updated, { description, metadata });
  return updated;
}
