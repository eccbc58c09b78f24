/** Pages of intents that no Checkout Session stands around: the bank's question, and where to send money. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type Stripe from 'stripe';

import { decodeForm } from '../http/params.ts';
import { bodyText } from '../http/server.ts';
import { formatAmount } from '../money/currencies.ts';
import { receive } from '../payment-intents/bank-transfer.ts';
import { answerChallenge } from '../payment-intents/card.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { ChallengePage } from './challenge.page.tsx';
import { InstructionsPage } from './instructions.page.tsx';
import { languageFor, send, type WithId } from './reply.ts';
import { MessagePage } from './shell.tsx';
import { TEXTS } from './text.ts';

type Intent = Stripe.PaymentIntent;

export class IntentPages {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  register(server: FastifyInstance): void {
    server.get('/c/challenge/:id', (request: WithId, reply) => this.#ask(request, reply));
    server.post('/c/challenge/:id', (request: WithId, reply) => this.#answer(request, reply));
    server.get('/c/instructions/:id', (request: WithId, reply) => this.#instruct(request, reply));
    server.post('/c/instructions/:id', (request: WithId, reply) => this.#send(request, reply));
  }

  #ask(request: WithId, reply: FastifyReply): FastifyReply {
    const asked = this.#challenged(request);
    if (!asked) return this.#unknown(request, reply);
    const { intent, returnUrl } = asked;
    const language = languageFor(request);
    const amount = formatAmount(intent.amount, intent.currency, language);
    const page = <ChallengePage {...{ language, amount, action: `/c/challenge/${intent.id}` }} />;
    return send(reply, 200, page, { success_url: returnUrl });
  }

  #answer(request: WithId, reply: FastifyReply): FastifyReply {
    const asked = this.#challenged(request);
    if (!asked) return this.#unknown(request, reply);
    const isConfirmed = decodeForm(bodyText(request))['answer'] === 'confirm';
    const { id } = asked.intent;
    const intent = this.#world.store.transaction(() =>
      answerChallenge(this.#world, id, isConfirmed),
    );
    const url = new URL(asked.returnUrl);
    url.searchParams.set('payment_intent', id);
    url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
    const isPaid = intent.status === 'succeeded';
    url.searchParams.set('redirect_status', isPaid ? 'succeeded' : 'failed');
    return reply.redirect(url.href, 303);
  }

  #instruct(request: WithId, reply: FastifyReply): FastifyReply {
    const intent = this.#world.store.get('payment_intent', request.params.id);
    const instructions = intent?.next_action?.display_bank_transfer_instructions;
    if (!intent || !instructions) return this.#unknown(request, reply);
    const language = languageFor(request);
    return send(reply, 200, <InstructionsPage {...{ language, id: intent.id, instructions }} />);
  }

  /** Test only: the payer's bank sends what is still to come. */
  #send(request: WithId, reply: FastifyReply): FastifyReply {
    const { store } = this.#world;
    const intent = store.get('payment_intent', request.params.id);
    const instructions = intent?.next_action?.display_bank_transfer_instructions;
    if (!intent || !instructions) return this.#unknown(request, reply);
    const { amount_remaining: amount, reference } = instructions;
    const { customer, currency } = intent;
    store.transaction(() =>
      receive(this.#world, idOf(customer), { amount: amount ?? 0, currency, reference }),
    );
    const session = store.get('emulator.intent', intent.id)?.session;
    return reply.redirect(session ? `/c/pay/${session}` : `/c/instructions/${intent.id}`, 303);
  }

  #challenged(request: WithId): { intent: Intent; returnUrl: string } | undefined {
    const intent = this.#world.store.get('payment_intent', request.params.id);
    const returnUrl = intent?.next_action?.redirect_to_url?.return_url;
    return intent && returnUrl ? { intent, returnUrl } : undefined;
  }

  #unknown(request: WithId, reply: FastifyReply): FastifyReply {
    const language = languageFor(request);
    const { unknownTitle: title, unknownBody: body } = TEXTS[language];
    return send(reply, 404, <MessagePage {...{ language, title, body }} />);
  }
}
