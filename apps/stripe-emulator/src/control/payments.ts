/** What payers and their banks do of which Stripe has no call. */
import type { FastifyInstance } from 'fastify';

import {
  disputeDebit,
  loseDispute,
  openDispute,
  warn,
  winDispute,
  withdrawFunds,
} from '../disputes/behaviour.ts';
import { available, moveCash } from '../customers/cash-balance.ts';
import { invalid, noSuch } from '../http/errors.ts';
import { type GivenMetadata, mergeMetadata } from '../http/metadata.ts';
import type { Params } from '../http/params.ts';
import { isCurrency, MAXIMUM } from '../money/currencies.ts';
import { settleDebit } from '../payment-intents/bank-debit.ts';
import { createPaymentIntent } from '../payment-intents/behaviour.ts';
import { chargeCard } from '../payment-intents/card.ts';
import { ACCOUNTS, type BankAccount } from '../payment-methods/bank-accounts.ts';
import { keepMethod } from '../payment-methods/behaviour.ts';
import { type CardName, CARDS } from '../payment-methods/cards.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { bodyOf, isTrue, movable, textOf, type WithId, wholeNumber } from './body.ts';

export function registerPayments(server: FastifyInstance, world: World): void {
  const { store } = world;
  server.post('/_emulator/payment_intents', (request) => payOutOfNothing(world, bodyOf(request)));
  server.post('/_emulator/payment_intents/:id/settle', (request: WithId) => {
    const { id } = movable(world, 'payment_intent', request.params.id, ['processing']);
    const failure = failureOf(textOf(bodyOf(request), 'failure'));
    return store.transaction(() => settleDebit(world, id, ...failure));
  });
  server.post('/_emulator/payment_intents/:id/dispute', (request: WithId) =>
    disputePayment(world, request.params.id, bodyOf(request)),
  );
  server.post('/_emulator/payment_intents/:id/warn', (request: WithId) =>
    store.transaction(() => warn(world, chargeOf(world, request.params.id))),
  );
  server.post('/_emulator/customers/:id/reverse_funding', (request: WithId) =>
    reverseFunding(world, request.params.id, bodyOf(request)),
  );
  server.get('/_emulator/files/:id', (request: WithId, reply) => {
    const content = store.get('emulator.content', request.params.id);
    if (!content) throw noSuch('file', request.params.id, 'id');
    return reply.type('application/octet-stream').send(Buffer.from(content.base64, 'base64'));
  });
  for (const [step, { from, change }] of Object.entries(DISPUTE_STEPS)) {
    server.post(`/_emulator/disputes/:id/${step}`, (request: WithId) => {
      const dispute = movable(world, 'dispute', request.params.id, from);
      return store.transaction(() => change(world, dispute));
    });
  }
}

const WARNED = ['warning_needs_response', 'warning_under_review'];
const UNDECIDED = ['needs_response', 'under_review'];

/** What becomes of a dispute, and from where. One that was lost can be won on appeal. */
const DISPUTE_STEPS = {
  withdraw: { from: [...WARNED, 'needs_response'], change: withdrawFunds },
  win: { from: [...WARNED, ...UNDECIDED, 'lost'], change: winDispute },
  lose: { from: UNDECIDED, change: loseDispute },
} as const;

/** Why a debit fails, by the code of a test account; none: what its own account is for. */
function failureOf(code: string | undefined): [BankAccount['failure']?] {
  if (!code) return [];
  const accounts: BankAccount[] = Object.values(ACCOUNTS);
  const codes = accounts.flatMap(({ failure }) => failure ?? []);
  const known = codes.find((failure) => failure.code === code);
  if (known) return [known];
  throw invalid(`failure must be one of ${codes.map((one) => one.code).join(', ')}.`, 'failure');
}

/** The bank of a transfer takes back what no payment has taken yet. */
function reverseFunding(world: World, id: string, body: Params): object {
  const customer = world.store.get('customer', id);
  if (!customer) throw noSuch('customer', id, 'id');
  const currency = (textOf(body, 'currency') ?? 'usd').toLowerCase();
  const most = available(world, id, currency);
  if (most === 0) throw invalid(`${id} has no ${currency}.`, 'id');
  const amount = wholeNumber(body, 'amount', 1, most);
  return world.store.transaction(() =>
    moveCash(world, id, currency, -amount, { type: 'funding_reversed' }),
  );
}

/** The charge that paid an intent. */
function chargeOf({ store }: World, id: string) {
  const intent = store.get('payment_intent', id);
  const charge = intent && store.get('charge', idOf(intent.latest_charge));
  if (!charge?.paid) throw noSuch('payment_intent', id, 'id');
  return charge;
}

/**
 * A payer disputes a payment; with `inquiry` the bank only asks, and takes nothing yet; with `final`
 * it takes the money and hears nobody, as with a debit.
 */
function disputePayment(world: World, id: string, body: Params): object {
  const charge = chargeOf(world, id);
  const most = charge.amount_captured;
  const amount = body['amount'] === undefined ? most : wholeNumber(body, 'amount', 1, most);
  const isInquiry = isTrue(body, 'inquiry');
  const isTaken = !isInquiry && String(body['withdraw']) !== 'false';
  const reason = textOf(body, 'reason') ?? 'fraudulent';
  return world.store.transaction(() => {
    if (isTrue(body, 'final')) return disputeDebit(world, charge.id, reason)!;
    const dispute = openDispute(world, charge, { amount, isInquiry, reason });
    return isTaken ? withdrawFunds(world, dispute) : dispute;
  });
}

/**
 * A paid intent that no application asked for; or, with `session`, money that came by that session
 * however it stands and whatever it asked for, as late money and money by transfer do.
 */
function payOutOfNothing(world: World, body: Params): object {
  const amount = wholeNumber(body, 'amount', 1, MAXIMUM);
  const currency = (textOf(body, 'currency') ?? 'usd').toLowerCase();
  const card = textOf(body, 'card') ?? 'visa';
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
  const session = textOf(body, 'session');
  if (session && !world.store.get('checkout.session', session)) {
    throw noSuch('checkout.session', session, 'session');
  }
  return world.store.transaction(() => {
    const plan = { amount, currency, customer: null, description, metadata };
    const intent = createPaymentIntent(world, { ...plan, types: ['card'] });
    if (session) world.store.patch('checkout.session', session, { payment_intent: intent.id });
    const method = keepMethod(world, { test: card as CardName });
    return chargeCard(world, intent.id, method, true);
  });
}
