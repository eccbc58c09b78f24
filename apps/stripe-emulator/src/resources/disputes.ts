import type Stripe from 'stripe';

import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';

type Filter = ListParams & Stripe.DisputeListParams;

export const disputeRoutes = [
  route(
    'GET',
    '/v1/disputes',
    'DisputeList',
    [...LIST, 'created.*', 'charge', 'payment_intent'],
    list,
  ),
  route<Stripe.DisputeRetrieveParams>(
    'GET',
    '/v1/disputes/:id',
    'DisputeRetrieve',
    [],
    ({ world, id }) => found(world.store.get('dispute', id), 'dispute', id, 'dispute'),
  ),
];

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.Dispute) =>
    (!params.charge || row.charge === params.charge) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('dispute').filter(isWanted), params, path);
}
