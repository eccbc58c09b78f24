/** /_emulator/*: what a test or a drill may look at or do that Stripe has no call for. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { CARDS, type CardName } from '../behaviour/cards.ts';
import { chargeCard, createPaymentIntent } from '../behaviour/payments.ts';
import { loseDispute, openDispute, winDispute, withdrawFunds } from '../behaviour/disputes.ts';
import { failRefund, setBalance, succeedRefund } from '../behaviour/refunds.ts';
import type { Webhooks } from '../behaviour/webhooks.ts';
import type { CallLog } from '../http/call-log.ts';
import { invalid, noSuch } from '../http/errors.ts';
import { type GivenMetadata, mergeMetadata } from '../http/metadata.ts';
import { decodeForm, type Params } from '../http/params.ts';
import { bodyText } from '../http/server.ts';
import { isCurrency, MAXIMUM } from '../money/currencies.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';

type WithId = FastifyRequest<{ Params: { id: string } }>;

export interface Control {
  world: World;
  calls: CallLog;
  webhooks: Webhooks;
  reset: () => void;
}

export function registerControl(server: FastifyInstance, control: Control): void {
  const { world, calls, webhooks } = control;
  server.get('/_emulator/journal', (request: FastifyRequest<{ Querystring: Params }>) => {
    const wanted = request.query['request_id'];
    return { calls: calls.all().filter((call) => !wanted || call.request_id === wanted) };
  });
  server.get('/_emulator/refunds', () => refundSummary(world));
  server.get('/_emulator/deliveries', () => ({ deliveries: world.store.all('emulator.delivery') }));

  server.post('/_emulator/refunds/:id/fail', (request: WithId) => {
    return changeRefund(world, request.params.id, ['pending', 'succeeded'], (refund) =>
      failRefund(world, refund, textOf(bodyOf(request), 'reason')),
    );
  });
  server.post('/_emulator/refunds/:id/succeed', (request: WithId) =>
    changeRefund(world, request.params.id, ['pending'], (refund) => succeedRefund(world, refund)),
  );
  server.post('/_emulator/payment_intents/:id/dispute', (request: WithId) =>
    disputePayment(world, request.params.id, bodyOf(request)),
  );
  for (const [step, { from, change }] of Object.entries(DISPUTE_STEPS)) {
    server.post(`/_emulator/disputes/:id/${step}`, (request: WithId) => {
      const dispute = world.store.get('dispute', request.params.id);
      if (!dispute) throw noSuch('dispute', request.params.id, 'id');
      if (!from.includes(dispute.status)) {
        throw invalid(`Dispute ${dispute.id} is ${dispute.status}.`, 'id');
      }
      return world.store.transaction(() => change(world, dispute));
    });
  }
  server.post('/_emulator/payment_intents', (request) => payOutOfNothing(world, bodyOf(request)));
  server.post('/_emulator/deliver', (request) => {
    const id = textOf(bodyOf(request), 'event') ?? '';
    if (!world.store.get('event', id)) throw noSuch('event', id, 'event');
    return { event: id, deliveries: webhooks.redeliver(id) };
  });
  server.post('/_emulator/balance', (request) => {
    const isEmpty = String(bodyOf(request)['empty']) === 'true';
    world.store.transaction(() => setBalance(world, isEmpty));
    return { empty: isEmpty };
  });
  server.post('/_emulator/clock', (request) => moveClock(world, bodyOf(request)));
  server.post('/_emulator/reset', () => {
    control.reset();
    return { reset: true };
  });
}

const WARNED = ['warning_needs_response', 'warning_under_review'];
const UNDECIDED = ['needs_response', 'under_review'];

/** What becomes of a dispute, and from where. One that was lost can be won on appeal. */
const DISPUTE_STEPS = {
  withdraw: { from: [...WARNED, 'needs_response'], change: withdrawFunds },
  win: { from: [...WARNED, ...UNDECIDED, 'lost'], change: winDispute },
  lose: { from: UNDECIDED, change: loseDispute },
} as const;

/** A cardholder disputes a payment; with `inquiry` the bank only asks, and takes nothing yet. */
function disputePayment(world: World, id: string, body: Params): object {
  const intent = world.store.get('payment_intent', id);
  const charge = intent && world.store.get('charge', idOf(intent.latest_charge));
  if (!charge?.paid) throw noSuch('payment_intent', id, 'id');
  const amount = Number(body['amount'] ?? charge.amount_captured);
  if (!Number.isInteger(amount) || amount < 1 || amount > charge.amount_captured) {
    throw invalid(`amount must be a whole number up to ${charge.amount_captured}.`, 'amount');
  }
  const isInquiry = String(body['inquiry']) === 'true';
  const isTaken = !isInquiry && String(body['withdraw']) !== 'false';
  return world.store.transaction(() => {
    const dispute = openDispute(world, charge, amount, isInquiry);
    return isTaken ? withdrawFunds(world, dispute) : dispute;
  });
}

function changeRefund(
  world: World,
  id: string,
  from: string[],
  change: (refund: ReturnType<typeof succeedRefund>) => object,
): object {
  const refund = world.store.get('refund', id);
  if (!refund) throw noSuch('refund', id, 'id');
  if (!from.includes(refund.status ?? '')) {
    throw invalid(`Refund ${id} is ${refund.status}; it must be ${from.join(' or ')}.`, 'id');
  }
  return world.store.transaction(() => change(refund));
}

/** Count and sum by currency and status, and any charge that gave back more than it took. */
function refundSummary({ store }: World): object {
  const totals: Record<string, { count: number; amount: number }> = {};
  for (const { currency, status, amount } of store.all('refund')) {
    const total = (totals[`${currency} ${status}`] ??= { count: 0, amount: 0 });
    total.count += 1;
    total.amount += amount;
  }
  const overRefunded = store.all('charge').filter((c) => c.amount_refunded > c.amount_captured);
  return { totals, over_refunded: overRefunded.map((charge) => charge.id) };
}

/**
 * A paid intent that no application asked for; or, with `session`, money that came by that session
 * however it stands and whatever it asked for, as late money and money by transfer do.
 */
function payOutOfNothing(world: World, body: Params): object {
  const amount = Number(body['amount']);
  const currency = (textOf(body, 'currency') ?? 'usd').toLowerCase();
  const card = textOf(body, 'card') ?? 'visa';
  if (!Number.isInteger(amount) || amount < 1 || amount > MAXIMUM) {
    throw invalid(`amount must be a whole number from 1 to ${MAXIMUM}.`, 'amount');
  }
  if (!isCurrency(currency)) throw invalid(`Invalid currency: ${currency}`, 'currency');
  if (!(card in CARDS)) {
    throw invalid(`card must be one of ${Object.keys(CARDS).join(', ')}.`, 'card');
  }
  const given = body['metadata'];
  if (given !== undefined && (typeof given !== 'object' || Array.isArray(given))) {
    throw invalid('metadata must be an object.', 'metadata');
  }
  const metadata = mergeMetadata({}, given as GivenMetadata);
  const description = textOf(body, 'description') ?? null;
  const form = { email: null, name: null, expMonth: 12, expYear: 2034, card: card as CardName };
  const session = textOf(body, 'session');
  if (session && !world.store.get('checkout.session', session)) {
    throw noSuch('checkout.session', session, 'session');
  }
  return world.store.transaction(() => {
    const plan = { amount, currency, customer: null, description, metadata };
    const intent = createPaymentIntent(world, plan);
    if (session) world.store.patch('checkout.session', session, { payment_intent: intent.id });
    return chargeCard(world, intent.id, form, true);
  });
}

/** Moves the emulator's clock forward (or back) and does what falls due. */
function moveClock({ store, clock, scheduler }: World, body: Params): object {
  const seconds = Number(body['advance_seconds'] ?? 0);
  if (!Number.isSafeInteger(seconds)) {
    throw invalid('advance_seconds must be a whole number.', 'advance_seconds');
  }
  clock.offsetMs += seconds * 1000;
  store.transaction(() => store.put('emulator.clock', { id: 'clock', offsetMs: clock.offsetMs }));
  scheduler.tick();
  return { now: clock.now(), offset_seconds: clock.offsetMs / 1000 };
}

function textOf(body: Params, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

/** Bodies may be JSON or a form. */
function bodyOf(request: FastifyRequest): Params {
  const text = bodyText(request);
  if (!text.trimStart().startsWith('{')) return decodeForm(text);
  try {
    return JSON.parse(text) as Params;
  } catch {
    throw invalid('The body is not valid JSON.');
  }
}
