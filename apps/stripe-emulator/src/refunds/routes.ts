import type Stripe from 'stripe';

import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { createRefund, returnCash } from './behaviour.ts';
import { cancelRefund, emitUpdate } from './outcome.ts';

type Filter = ListParams & Stripe.RefundListParams;

export const refundRoutes = [
  route(
    'POST',
    '/v1/refunds',
    'RefundCreate',
    [
      ...['amount', 'charge', 'payment_intent', 'reason', 'metadata.*', 'instructions_email'],
      ...['origin', 'customer', 'currency'],
    ],
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
  route('POST', '/v1/refunds/:id/cancel', 'RefundCancel', [], cancel),
  route('POST', '/v1/test_helpers/refunds/:id/expire', 'RefundExpire', [], cancel),
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
  const wish = {
    ...{ amount, reason: params.reason, email: params.instructions_email },
    metadata: mergeMetadata({}, params.metadata),
  };
  if (!params.origin) return createRefund(world, chargeOf(world, params), wish);
  const { customer = '', currency = '' } = params;
  const row = found(world.store.get('customer', customer), 'customer', customer, 'customer');
  return returnCash(world, row, currency.toLowerCase(), wish);
}

/** Only a refund that waits for its payer to name an account can be stopped. */
function cancel({ world, id }: Call<object>): object {
  const refund = one(world, id);
  if (refund.status !== 'requires_action') throw invalid('Canceling this refund is unsupported.');
  return cancelRefund(world, refund);
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
  if (charge?.paid || charge?.status === 'pending') return charge;
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
