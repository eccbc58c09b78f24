import type Stripe from 'stripe';

import { available } from '../customers/cash-balance.ts';
import { invalid, notBuilt } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { isCurrency } from '../money/currencies.ts';
import { METHOD_DATA, methodFrom, methodNamed } from '../payment-methods/routes.ts';
import { type MethodType, typesThatFit } from '../payment-methods/types.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { applyCash, isAwaited } from './bank-transfer.ts';
import { cancelIntent, createPaymentIntent, payBy } from './behaviour.ts';
import {
  cannotConfirm,
  checkAmount,
  checkCancel,
  checkDirect,
  declined,
  typesOf,
} from './checks.ts';

type Intent = Stripe.PaymentIntent;
type Create = Stripe.PaymentIntentCreateParams;
type Update = Stripe.PaymentIntentUpdateParams;
type Confirm = Stripe.PaymentIntentConfirmParams;
type Filter = ListParams & Stripe.PaymentIntentListParams;

const CONFIRMING = [
  ...['payment_method', ...METHOD_DATA.map((name) => `payment_method_data.${name}`)],
  ...['mandate_data.*', 'return_url', 'error_on_requires_action', 'use_stripe_sdk'],
  ...['payment_method_options.customer_balance.*', 'payment_method_options.us_bank_account.*'],
];
const CHANGING = ['description', 'metadata.*', 'receipt_email', 'customer'];
const CREATING = [
  ...['amount', 'currency', 'confirm', 'confirmation_method', 'capture_method', 'off_session'],
  ...['automatic_payment_methods.*', 'allowed_payment_method_types'],
  'excluded_payment_method_types',
];

export const paymentIntentRoutes = [
  route(
    'POST',
    '/v1/payment_intents',
    'PaymentIntentCreate',
    [...CREATING, ...CHANGING, ...CONFIRMING],
    create,
  ),
  route(
    'GET',
    '/v1/payment_intents',
    'PaymentIntentList',
    [...LIST, 'created.*', 'customer'],
    list,
  ),
  route('GET', '/v1/payment_intents/:id', 'PaymentIntentRetrieve', [], ({ world, id }) =>
    one(world, id),
  ),
  route('POST', '/v1/payment_intents/:id', 'PaymentIntentUpdate', CHANGING, update),
  route('POST', '/v1/payment_intents/:id/confirm', 'PaymentIntentConfirm', CONFIRMING, confirm),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    'PaymentIntentCancel',
    ['cancellation_reason'],
    cancel,
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/apply_customer_balance',
    'PaymentIntentApplyCustomerBalance',
    ['amount', 'currency'],
    apply,
  ),
];

function one({ store }: World, id: string): Intent {
  return found(store.get('payment_intent', id), 'payment_intent', id, 'intent');
}

function create({ world, params }: Call<Create>): object {
  const { amount, capture_method: capture, customer } = params;
  if (capture === 'manual') throw notBuilt('manual capture', 'capture_method');
  if (!isCurrency(params.currency))
    throw invalid(`Invalid currency: ${params.currency}`, 'currency');
  const currency = params.currency.toLowerCase();
  checkAmount(amount, currency);
  if (customer) found(world.store.get('customer', customer), 'customer', customer, 'customer');
  const { id } = createPaymentIntent(world, {
    ...{ amount, currency, customer: customer ?? null },
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    receiptEmail: params.receipt_email ?? null,
    ...typesOf(params, currency),
  });
  const wanted = methodOf(world, params, id);
  if (!params.confirm) return one(world, id);
  return start(world, id, wanted, params);
}

/** The method that the call names or describes; the intent keeps it. */
function methodOf(world: World, params: Create | Confirm, id: string) {
  const intent = one(world, id);
  const customer = idOf(intent.customer) || null;
  const { payment_method: named, payment_method_data: data } = params;
  if (!named && !data) return undefined;
  const method = named ? methodNamed(world, named, customer) : data && methodFrom(world, data);
  if (!method) return undefined;
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please ` +
        `attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(', ')}.`,
      'payment_method',
      'payment_intent_incompatible_payment_method',
    );
  }
  world.store.patch('payment_intent', id, {
    payment_method: method.id,
    status: 'requires_confirmation',
  });
  return method;
}

function confirm({ world, id, params }: Call<Confirm>): object {
  const intent = one(world, id);
  checkDirect(world, intent);
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
  if (!open.includes(intent.status) || isAwaited(intent)) throw cannotConfirm(intent);
  const kept = world.store.get('payment_method', idOf(intent.payment_method));
  return start(world, id, methodOf(world, params, id) ?? kept, params);
}

function start(
  world: World,
  id: string,
  method: Stripe.PaymentMethod | undefined,
  params: Create | Confirm,
): object {
  if (!method) {
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either " +
        'update the PaymentIntent with a payment method and then confirm it again, or confirm it ' +
        'again directly with a payment method or ConfirmationToken.',
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  if (method.type === 'us_bank_account' && !params.mandate_data) {
    throw invalid(
      'A debit needs the mandate of its payer: give mandate_data[customer_acceptance].',
      'mandate_data',
      'payment_intent_mandate_invalid',
    );
  }
  if (params.return_url) {
    world.store.patch('emulator.intent', id, { returnUrl: params.return_url });
  }
  const intent = payBy(world, id, method);
  const { last_payment_error: error } = intent;
  if (intent.status === 'requires_payment_method' && error) return declined(intent, error);
  if (intent.status === 'requires_action' && params.error_on_requires_action) {
    throw declined(intent, {
      code: 'authentication_required',
      message: 'This payment required an authentication action to complete.',
      type: 'card_error',
    });
  }
  return intent;
}

function update({ world, id, params }: Call<Update>): object {
  const intent = one(world, id);
  const { customer, description, receipt_email: email } = params;
  if (customer) found(world.store.get('customer', customer), 'customer', customer, 'customer');
  const { currency, allowed_payment_method_types: allowed } = intent;
  const hasCustomer = Boolean(customer ?? intent.customer);
  const types: MethodType[] = typesThatFit({
    ...{ currency, hasCustomer, allowed: allowed ?? undefined },
    excluded: intent.excluded_payment_method_types ?? undefined,
  });
  return world.store.patch('payment_intent', id, {
    metadata: mergeMetadata(intent.metadata, params.metadata),
    ...(customer ? { customer, payment_method_types: types } : {}),
    ...(description === undefined ? {} : { description: description || null }),
    ...(email === undefined ? {} : { receipt_email: email || null }),
  });
}

function cancel({ world, id, params }: Call<Stripe.PaymentIntentCancelParams>): object {
  const intent = one(world, id);
  checkCancel(world, intent);
  const may = [
    ...['requires_payment_method', 'requires_capture', 'requires_confirmation'],
    ...['requires_action', 'processing'],
  ];
  if (!may.includes(intent.status)) {
    throw invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a ` +
        `PaymentIntent with one of the following statuses may be canceled: ${may.join(', ')}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  return cancelIntent(world, id, params.cancellation_reason ?? null);
}

function apply({ world, id, params }: Call<Stripe.PaymentIntentApplyCustomerBalanceParams>) {
  const intent = one(world, id);
  const most = params.amount ?? Infinity;
  const cash = available(world, idOf(intent.customer), intent.currency);
  if (!isAwaited(intent) || cash <= 0 || (most < Infinity && most > cash)) {
    throw invalid('There is not so much cash to apply to this PaymentIntent.', 'amount');
  }
  return applyCash(world, id, most);
}

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Intent) => !params.customer || row.customer === params.customer;
  return page(world.store.all('payment_intent').filter(isWanted), params, path);
}
