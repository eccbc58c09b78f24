import type Stripe from 'stripe';

import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';

/** Payment intents come into being through Checkout; creating them directly is not built. */
export const paymentRoutes = [
  route(
    'GET',
    '/v1/payment_intents',
    'PaymentIntentList',
    [...LIST, 'created.*', 'customer'],
    listIntents,
  ),
  route('GET', '/v1/payment_intents/:id', 'PaymentIntentRetrieve', [], ({ world, id }) =>
    found(world.store.get('payment_intent', id), 'payment_intent', id, 'intent'),
  ),
  route(
    'GET',
    '/v1/charges',
    'ChargeList',
    [...LIST, 'created.*', 'customer', 'payment_intent'],
    listCharges,
  ),
  route('GET', '/v1/charges/:id', 'ChargeRetrieve', [], ({ world, id }) =>
    found(world.store.get('charge', id), 'charge', id),
  ),
];

type IntentFilter = ListParams & Stripe.PaymentIntentListParams;
type ChargeFilter = ListParams & Stripe.ChargeListParams;

function listIntents({ world, params, path }: Call<IntentFilter>): object {
  const isWanted = (row: Stripe.PaymentIntent) =>
    !params.customer || row.customer === params.customer;
  return page(world.store.all('payment_intent').filter(isWanted), params, path);
}

function listCharges({ world, params, path }: Call<ChargeFilter>): object {
  const isWanted = (row: Stripe.Charge) =>
    (!params.customer || row.customer === params.customer) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('charge').filter(isWanted), params, path);
}
