import type Stripe from 'stripe';

import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';

type Warning = Stripe.Radar.EarlyFraudWarning;
type Filter = ListParams & Stripe.Radar.EarlyFraudWarningListParams;

export const radarRoutes = [
  route(
    'GET',
    '/v1/radar/early_fraud_warnings',
    'EarlyFraudWarningList',
    [...LIST, 'created.*', 'charge', 'payment_intent'],
    list,
  ),
  route(
    'GET',
    '/v1/radar/early_fraud_warnings/:id',
    'EarlyFraudWarningRetrieve',
    [],
    ({ world, id }) =>
      found(world.store.get('radar.early_fraud_warning', id), 'early fraud warning', id),
  ),
];

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Warning) =>
    (!params.charge || row.charge === params.charge) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('radar.early_fraud_warning').filter(isWanted), params, path);
}
