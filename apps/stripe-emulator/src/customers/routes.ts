import type Stripe from 'stripe';

import { emit } from '../events/behaviour.ts';
import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { MAXIMUM } from '../money/currencies.ts';
import { receive } from '../payment-intents/bank-transfer.ts';
import type { World } from '../world.ts';
import { createCustomer } from './behaviour.ts';
import { balanceOf, setMode } from './cash-balance.ts';

type Update = Stripe.CustomerUpdateParams;
type Funding = Parameters<Stripe['testHelpers']['customers']['fundCashBalance']>[1];

const BUILT = [
  'email',
  'name',
  'phone',
  'description',
  'address.*',
  'preferred_locales',
  'metadata.*',
];

export const customerRoutes = [
  route('POST', '/v1/customers', 'CustomerCreate', BUILT, create),
  route('GET', '/v1/customers', 'CustomerList', [...LIST, 'created.*', 'email'], list),
  route('GET', '/v1/customers/:id', 'CustomerRetrieve', [], ({ world, id }) => one(world, id)),
  route('POST', '/v1/customers/:id', 'CustomerUpdate', BUILT, update),
  route(
    'GET',
    '/v1/customers/:id/cash_balance',
    'CustomerRetrieveCashBalance',
    [],
    ({ world, id }) => balanceOf(world, one(world, id).id),
  ),
  route(
    'POST',
    '/v1/customers/:id/cash_balance',
    'CustomerUpdateCashBalance',
    ['settings.reconciliation_mode'],
    updateCash,
  ),
  route(
    'GET',
    '/v1/customers/:id/cash_balance_transactions',
    'CustomerListCashBalanceTransactions',
    LIST,
    listCash,
  ),
  route(
    'POST',
    '/v1/test_helpers/customers/:id/fund_cash_balance',
    'CustomerFundCashBalance',
    ['amount', 'currency', 'reference'],
    fund,
  ),
];

function one({ store }: World, id: string): Stripe.Customer {
  return found(store.get('customer', id), 'customer', id);
}

function create({ world, params }: Call<Stripe.CustomerCreateParams>): object {
  const { email, name, phone, description, address, preferred_locales: preferredLocales } = params;
  checkEmail(email);
  return createCustomer(world, {
    ...{ email, name, phone, description, preferredLocales },
    address: address ? wholeAddress(address) : null,
    metadata: mergeMetadata({}, params.metadata),
  });
}

function update({ world, id, params }: Call<Update>): object {
  const before = one(world, id);
  checkEmail(params.email);
  const given = (['email', 'name', 'phone', 'description'] as const)
    .filter((name) => params[name] !== undefined)
    .map((name) => [name, params[name] || null] as const);
  const updated = world.store.patch('customer', id, {
    ...Object.fromEntries(given),
    ...(params.address ? { address: wholeAddress(params.address) } : {}),
    ...(params.preferred_locales ? { preferred_locales: [...params.preferred_locales] } : {}),
    metadata: mergeMetadata(before.metadata, params.metadata),
  });
  emit(world, 'customer.updated', updated, {
    ...Object.fromEntries(given.map(([name]) => [name, before[name]])),
  });
  return updated;
}

function checkEmail(email: string | undefined): void {
  if (!email || /^[^\s@]+@[^\s@]+$/.test(email)) return;
  throw invalid(`Invalid email address: ${email}`, 'email', 'email_invalid');
}

function wholeAddress(given: Stripe.AddressParam): Stripe.Address {
  const { city, country, line1, line2, postal_code: postalCode, state } = given;
  return {
    city: city ?? null,
    country: country ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    postal_code: postalCode ?? null,
    state: state ?? null,
  };
}

function list({ world, params, path }: Call<ListParams & Stripe.CustomerListParams>): object {
  const isWanted = (row: Stripe.Customer) => !params.email || row.email === params.email;
  return page(world.store.all('customer').filter(isWanted), params, path);
}

function updateCash({ world, id, params }: Call<Stripe.CustomerUpdateCashBalanceParams>): object {
  one(world, id);
  const mode = params.settings?.reconciliation_mode;
  if (mode) setMode(world, id, mode === 'manual' ? 'manual' : 'automatic');
  return balanceOf(world, id);
}

function listCash({ world, id, params, path }: Call<ListParams>): object {
  one(world, id);
  const rows = world.store
    .all('customer_cash_balance_transaction')
    .filter((row) => row.customer === id);
  return page(rows, params, path);
}

/** Test helper: the customer's bank sent money. */
function fund({ world, id, params }: Call<Funding>) {
  one(world, id);
  const { amount, reference = null } = params;
  const currency = params.currency.toLowerCase();
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MAXIMUM) {
    throw invalid('This value must be greater than or equal to 1.', 'amount');
  }
  if (currency !== 'usd') throw invalid(`Transfers in ${currency} are not built.`, 'currency');
  return receive(world, id, { amount, currency, reference });
}
