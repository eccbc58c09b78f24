import type Stripe from 'stripe';

import { createRefund, emitUpdate } from '../behaviour/refunds.ts';
import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';

type Filter = ListParams & Stripe.RefundListParams;

export const refundRoutes = [
  route(
    'POST',
    '/v1/refunds',
    'RefundCreate',
    ['amount', 'charge', 'payment_intent', 'reason', 'metadata.*'],
    create,
  ),
  route(
    'GET',
    '/v1/refunds',
    'RefundList',
    [...LIST, 'created.*', 'charge', 'payment_intent'],
    list,
  ),
  route('GET', '/v1/refunds/:id', 'RefundRetrieve', [], ({ world, id }) => one(world, id)),
  route('POST', '/v1/refunds/:id', 'RefundUpdate', ['metadata.*'], update),
  // Card refunds cannot be stopped; those of other methods will be able to.
  route('POST', '/v1/refunds/:id/cancel', 'RefundCancel', [], ({ world, id }) => {
    one(world, id);
    throw invalid('Canceling this refund is unsupported.');
  }),
];

function one({ store }: World, id: string): Stripe.Refund {
  return found(store.get('refund', id), 'refund', id, 'refund');
}

function create({ world, params }: Call<Stripe.RefundCreateParams>): object {
  const { amount } = params;
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount >= 1)) {
    throw invalid(
      'This value must be greater than or equal to 1.',
      'amount',
      'parameter_invalid_integer',
    );
  }
  return createRefund(world, {
    ...{ charge: chargeOf(world, params), amount, reason: params.reason },
    metadata: mergeMetadata({}, params.metadata),
  });
}

function chargeOf({ store }: World, params: Stripe.RefundCreateParams): Stripe.Charge {
  const { charge: chargeId, payment_intent: intentId } = params;
  if (!chargeId && !intentId) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  if (chargeId) {
    const charge = found(store.get('charge', chargeId), 'charge', chargeId);
    if (!charge.paid)
      throw invalid(`Charge ${chargeId} was not paid.`, 'charge', 'charge_not_refundable');
    if (!intentId || charge.payment_intent === intentId) return charge;
    throw invalid(`Charge ${chargeId} does not belong to ${intentId}.`, 'payment_intent');
  }
  const id = String(intentId);
  const intent = found(store.get('payment_intent', id), 'payment_intent', id, 'payment_intent');
  const charge = store.get('charge', idOf(intent.latest_charge));
  if (charge?.paid) return charge;
  throw invalid(
    `This PaymentIntent (${id}) does not have a successful charge to refund.`,
    'payment_intent',
    'payment_intent_unexpected_state',
  );
}

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.Refund) =>
    (!params.charge || row.charge === params.charge) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('refund').filter(isWanted), params, path);
}

function update({ world, id, params }: Call<Stripe.RefundUpdateParams>): object {
  const refund = one(world, id);
  if (params.metadata === undefined) return refund;
  const metadata = mergeMetadata(refund.metadata ?? {}, params.metadata);
  const updated = world.store.patch('refund', id, { metadata });
  emitUpdate(world, updated, { metadata: refund.metadata });
  return updated;
}
