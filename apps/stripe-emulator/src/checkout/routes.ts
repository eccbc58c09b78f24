import type Stripe from 'stripe';

import { expireSession } from './behaviour.ts';
import { checkoutSession, lineItem } from './object.ts';
import { invalid, notBuilt, tooFine } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { formatAmount, isCurrency, MAXIMUM, minimumOf, stepOf } from '../money/currencies.ts';
import { type MethodType, typesThatFit } from '../payment-methods/types.ts';
import { newId } from '../state/ids.ts';
import type { World } from '../world.ts';

type Create = Stripe.Checkout.SessionCreateParams;
type Filter = ListParams & Stripe.Checkout.SessionListParams;

const HALF_AN_HOUR_SECONDS = 30 * 60;
const ONE_DAY_SECONDS = 24 * 60 * 60;
const MOST_ITEMS = 100;

const BUILT = [
  ...['mode', 'ui_mode', 'success_url', 'cancel_url', 'expires_at', 'locale', 'submit_type'],
  ...['customer', 'customer_email', 'customer_creation', 'client_reference_id', 'metadata.*'],
  ...['line_items.quantity', 'line_items.price_data.currency', 'line_items.price_data.unit_amount'],
  ...['line_items.price_data.product_data.name', 'allowed_payment_method_types'],
  ...['payment_intent_data.description', 'payment_intent_data.metadata.*'],
  ...['payment_intent_data.receipt_email', 'excluded_payment_method_types'],
  ...['payment_method_options.customer_balance.*', 'payment_method_options.us_bank_account.*'],
];

export const checkoutSessionRoutes = [
  route('POST', '/v1/checkout/sessions', 'SessionCreate', BUILT, create),
  route(
    'GET',
    '/v1/checkout/sessions',
    'SessionList',
    [...LIST, 'created.*', 'customer', 'payment_intent', 'status', 'customer_details.email'],
    list,
  ),
  route('GET', '/v1/checkout/sessions/:id', 'SessionRetrieve', [], ({ world, id }) =>
    one(world, id),
  ),
  route('POST', '/v1/checkout/sessions/:id/expire', 'SessionExpire', [], expire),
  route('GET', '/v1/checkout/sessions/:id/line_items', 'SessionListLineItems', LIST, lineItems),
];

function one({ store }: World, id: string): Stripe.Checkout.Session {
  return found(store.get('checkout.session', id), 'checkout.session', id, 'session');
}

function create({ world, params }: Call<Create>): object {
  const { store, clock, scheduler } = world;
  const created = clock.now();
  checkMode(params);
  const successUrl = requiredUrl('success_url', params.success_url);
  const cancelUrl = params.cancel_url ? requiredUrl('cancel_url', params.cancel_url) : null;
  const expiresAt = params.expires_at ?? created + ONE_DAY_SECONDS;
  checkExpiry(expiresAt, created);
  if (params.customer)
    found(store.get('customer', params.customer), 'customer', params.customer, 'customer');
  const items = itemsOf(params, created);
  const currency = items[0]?.currency ?? 'usd';
  const amount = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkAmount(amount, currency);

  const id = newId('cs');
  store.put('emulator.session', {
    id,
    items,
    paymentIntentData: {
      description: params.payment_intent_data?.description,
      receiptEmail: params.payment_intent_data?.receipt_email,
      metadata: mergeMetadata(
        {},
        params.payment_intent_data?.metadata,
        'payment_intent_data[metadata]',
      ),
    },
  });
  scheduler.schedule('expire_session', id, expiresAt * 1000 - clock.nowMs());
  return store.put(
    'checkout.session',
    checkoutSession({
      ...{ id, amount, currency, created, expiresAt, successUrl, cancelUrl },
      url: `${world.publicUrl}/c/pay/${id}`,
      customer: params.customer ?? null,
      customerEmail: params.customer_email ?? null,
      customerCreation: params.customer
        ? null
        : ((params.customer_creation as 'always' | undefined) ?? 'if_required'),
      clientReferenceId: params.client_reference_id ?? null,
      locale: params.locale ?? null,
      submitType: params.submit_type ?? null,
      allowedMethods: params.allowed_payment_method_types ?? null,
      methods: methodsOf(params, currency),
      metadata: mergeMetadata({}, params.metadata),
    }),
  );
}

function checkMode({ mode, ui_mode: uiMode }: Create): void {
  if (!mode) throw invalid('Missing required param: mode.', 'mode', 'parameter_missing');
  if (mode !== 'payment') throw notBuilt(`Checkout in ${mode} mode`, 'mode');
  if (uiMode && uiMode !== 'hosted_page') throw notBuilt(`ui_mode ${uiMode}`, 'ui_mode');
}

function requiredUrl(param: string, text: string | undefined): string {
  if (!text) throw invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw invalid('Not a valid URL', param, 'url_invalid');
  return text;
}

function checkExpiry(expiresAt: number, created: number): void {
  const wait = expiresAt - created;
  if (wait >= HALF_AN_HOUR_SECONDS && wait <= ONE_DAY_SECONDS) return;
  const limit = wait < HALF_AN_HOUR_SECONDS ? 'at least 30 minutes' : 'less than 24 hours';
  const words = `must be ${limit} from Checkout Session creation.`;
  throw invalid(`The \`expires_at\` timestamp ${words}`, 'expires_at');
}

function itemsOf({ line_items: wanted = [] }: Create, created: number): Stripe.LineItem[] {
  if (!wanted.length) {
    throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  }
  if (wanted.length > MOST_ITEMS) throw invalid(`At most ${MOST_ITEMS} line items.`, 'line_items');
  const items = wanted.map((item, n) => oneItem(item, `line_items[${n}]`, created));
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw invalid('All line items must have the same currency.', 'line_items');
  }
  return items;
}

function oneItem(
  { price_data: price, quantity }: Stripe.Checkout.SessionCreateParams.LineItem,
  param: string,
  created: number,
): Stripe.LineItem {
  if (!price)
    throw invalid(
      `Missing required param: ${param}[price_data].`,
      `${param}[price_data]`,
      'parameter_missing',
    );
  const unitAmount = price.unit_amount;
  const at = `${param}[price_data]`;
  if (unitAmount === undefined) {
    throw invalid(
      `Missing required param: ${at}[unit_amount].`,
      `${at}[unit_amount]`,
      'parameter_missing',
    );
  }
  positive(unitAmount, 0, `${at}[unit_amount]`);
  if (quantity === undefined) {
    throw invalid('Quantity is required. Add `quantity` to the line item.', `${param}[quantity]`);
  }
  positive(quantity, 1, `${param}[quantity]`);
  if (!price.product_data) {
    throw invalid(
      `Missing required param: ${at}[product_data].`,
      `${at}[product_data]`,
      'parameter_missing',
    );
  }
  if (!isCurrency(price.currency)) {
    throw invalid(`Invalid currency: ${price.currency}`, `${at}[currency]`);
  }
  const currency = price.currency.toLowerCase();
  return lineItem({ name: price.product_data.name, unitAmount, quantity, currency, created });
}

function positive(value: number, least: number, param: string): void {
  if (Number.isSafeInteger(value) && value >= least && value <= MAXIMUM) return;
  const words = Number.isInteger(value)
    ? `must be from ${least} to ${MAXIMUM}`
    : 'must be an integer';
  throw invalid(`This value ${words}.`, param, 'parameter_invalid_integer');
}

function checkAmount(amount: number, currency: string): void {
  if (amount % stepOf(currency) !== 0) throw tooFine(currency, stepOf(currency));
  const least = minimumOf(currency);
  if (amount < least) {
    const words = `${formatAmount(least, currency)} ${currency}`;
    throw invalid(
      `The Checkout Session's total amount due must add up to at least ${words}`,
      undefined,
      'amount_too_small',
    );
  }
  if (amount > MAXIMUM) {
    const words = `${formatAmount(MAXIMUM, currency)} ${currency}`;
    throw invalid(
      `The Checkout Session's total amount due must be no more than ${words}`,
      undefined,
      'amount_too_large',
    );
  }
}

function methodsOf(params: Create, currency: string): MethodType[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  if (allowed && excluded) {
    throw invalid(
      'allowed_payment_method_types cannot be used with excluded_payment_method_types.',
      'allowed_payment_method_types',
      'parameters_exclusive',
    );
  }
  const hasCustomer = Boolean(params.customer);
  const methods = typesThatFit({ currency, hasCustomer, allowed, excluded });
  if (methods.length) return methods;
  throw invalid(
    'None of the allowed payment method types can be used for this session.',
    'allowed_payment_method_types',
  );
}

function list({ world, params, path }: Call<Filter>): object {
  const rows = world.store
    .all('checkout.session')
    .filter(
      (row) =>
        (!params.payment_intent || row.payment_intent === params.payment_intent) &&
        (!params.customer || row.customer === params.customer) &&
        (!params.status || row.status === params.status) &&
        (!params.customer_details || row.customer_details?.email === params.customer_details.email),
    );
  return page(rows, params, path);
}

function expire({ world, id }: Call<object>): object {
  const session = one(world, id);
  if (session.status !== 'open') {
    throw invalid(
      'Only Checkout Sessions with a status in ["open"] can be expired. ' +
        `This Checkout Session has a status of ${session.status}.`,
    );
  }
  return expireSession(world, id) ?? session;
}

function lineItems({ world, id, params, path }: Call<ListParams>): object {
  one(world, id);
  const items = world.store.get('emulator.session', id)?.items ?? [];
  return page([...items].reverse(), params, path);
}
