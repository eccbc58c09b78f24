import type Stripe from 'stripe';

import { invalid, notBuilt } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { World } from '../world.ts';
import { accountNameOf, ROUTING_NUMBER } from './bank-accounts.ts';
import { keepMethod, testOfToken, type TestMethod } from './behaviour.ts';
import { cardNameOf } from './cards.ts';

type Create = Stripe.PaymentMethodCreateParams;
type Filter = ListParams & Stripe.PaymentMethodListParams;

/** What describes a new method, here and inside a payment intent. */
export const METHOD_DATA = [
  ...['type', 'billing_details.email', 'billing_details.name', 'metadata.*'],
  ...['us_bank_account.account_number', 'us_bank_account.routing_number'],
  ...['us_bank_account.account_holder_type', 'us_bank_account.account_type'],
];

const CARD = ['card.number', 'card.exp_month', 'card.exp_year', 'card.cvc'];

export const paymentMethodRoutes = [
  route('POST', '/v1/payment_methods', 'PaymentMethodCreate', [...METHOD_DATA, ...CARD], create),
  route(
    'GET',
    '/v1/payment_methods',
    'PaymentMethodList',
    [...LIST, 'customer', 'type'],
    ({ world, params, path }: Call<Filter>) =>
      list(world, params, path, (row) => row.customer === params.customer),
  ),
  route('GET', '/v1/payment_methods/:id', 'PaymentMethodRetrieve', [], ({ world, id }) =>
    one(world, id),
  ),
  route('POST', '/v1/payment_methods/:id/attach', 'PaymentMethodAttach', ['customer'], attach),
  route('POST', '/v1/payment_methods/:id/detach', 'PaymentMethodDetach', [], ({ world, id }) =>
    world.store.patch('payment_method', one(world, id).id, { customer: null }),
  ),
  route(
    'GET',
    '/v1/customers/:id/payment_methods',
    'CustomerListPaymentMethods',
    [...LIST, 'type'],
    ({ world, id, params, path }: Call<Filter>) => {
      found(world.store.get('customer', id), 'customer', id);
      return list(world, params, path, (row) => row.customer === id);
    },
  ),
];

/** The method of that id, or a new one for a test token. */
export function methodNamed(world: World, id: string, customer: string | null) {
  const test = testOfToken(id);
  if (test) return keepMethod(world, { test, customer });
  const { store } = world;
  return found(store.get('payment_method', id), 'PaymentMethod', id, 'payment_method');
}

type Data = Pick<Create, 'type' | 'us_bank_account' | 'billing_details' | 'metadata'>;

/** A method from what describes it. */
export function methodFrom(world: World, data: Data & Pick<Create, 'card'>) {
  const { name, email } = data.billing_details ?? {};
  return keepMethod(world, {
    test: testOf(data),
    holder: { email: email || null, name: name || null },
    metadata: mergeMetadata({}, data.metadata),
    ...expiryOf(data),
  });
}

function testOf({ type, us_bank_account: account, card }: Pick<Create, 'type' | 'card'> & Data) {
  if (type === 'customer_balance') return 'transfer';
  if (type === 'us_bank_account') {
    if (account?.routing_number !== ROUTING_NUMBER) {
      throw invalid('Use the test routing number.', 'us_bank_account[routing_number]');
    }
    const test = accountNameOf(account?.account_number ?? '');
    return mustBeTest(test, 'us_bank_account[account_number]');
  }
  if (type !== 'card') throw notBuilt(`payment methods of type ${String(type)}`, 'type');
  return mustBeTest(cardNameOf(card?.number ?? ''), 'card[number]');
}

function mustBeTest(test: TestMethod | undefined, param: string): TestMethod {
  if (!test) throw invalid('Only test numbers are taken here.', param, 'incorrect_number');
  return test;
}

function expiryOf({ card }: Pick<Create, 'card'>) {
  const { exp_month: expMonth, exp_year: expYear } = card ?? {};
  return expMonth && expYear ? { expiry: { expMonth, expYear } } : {};
}

function create({ world, params }: Call<Create>): object {
  return methodFrom(world, params);
}

function one({ store }: World, id: string): Stripe.PaymentMethod {
  return found(store.get('payment_method', id), 'PaymentMethod', id, 'payment_method');
}

function attach({ world, id, params }: Call<Stripe.PaymentMethodAttachParams>): object {
  const { customer = '' } = params;
  found(world.store.get('customer', customer), 'customer', customer, 'customer');
  const method = methodNamed(world, id, null);
  return world.store.patch('payment_method', method.id, { customer });
}

function list(
  { store }: World,
  params: Filter,
  path: string,
  isWanted: (row: Stripe.PaymentMethod) => boolean,
): object {
  const rows = store.all('payment_method').filter(isWanted);
  return page(
    rows.filter((row) => !params.type || row.type === params.type),
    params,
    path,
  );
}
