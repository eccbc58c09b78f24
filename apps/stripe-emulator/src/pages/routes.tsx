/** The hosted pages: plain forms and redirects, no script. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Stripe from 'stripe';

import { answer, isChallenged, pay, type PayResult } from '../checkout/behaviour.ts';
import { decodeForm } from '../http/params.ts';
import { bodyText } from '../http/server.ts';
import { accountNameOf } from '../payment-methods/bank-accounts.ts';
import { cardNameOf } from '../payment-methods/cards.ts';
import type { MethodType } from '../payment-methods/types.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { ChallengePage } from './challenge.page.tsx';
import { amountOf, CheckoutPage } from './checkout.page.tsx';
import { IntentPages } from './intent-routes.tsx';
import { InstructionsPage } from './instructions.page.tsx';
import { digitsOf, type Field, FIELDS, type FieldErrors, readPaymentForm } from './payment-form.ts';
import type { Typed } from './payment-form.ts';
import { languageFor, send, successUrl, type WithId } from './reply.ts';
import { MessagePage } from './shell.tsx';
import { STYLE } from './style.ts';
import { TEXTS } from './text.ts';

type Session = Stripe.Checkout.Session;

interface Shown {
  status: number;
  method: MethodType;
  typed: Typed;
  errors?: FieldErrors;
  declineCode?: string;
}

export function registerPages(server: FastifyInstance, world: World): void {
  const pages = new Pages(world);
  server.get('/c/checkout.css', (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').send(STYLE),
  );
  server.get('/c/pay/:id', (request: WithId, reply) => pages.show(request, reply));
  server.post('/c/pay/:id', (request: WithId, reply) => pages.submit(request, reply));
  server.get('/c/pay/:id/challenge', (request: WithId, reply) => pages.show(request, reply));
  server.post('/c/pay/:id/challenge', (request: WithId, reply) => pages.answer(request, reply));
  new IntentPages(world).register(server);
}

class Pages {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  show(request: WithId, reply: FastifyReply): FastifyReply {
    const session = this.#openSession(request, reply);
    if (!session) return reply;
    const isAsked = request.url.split('?')[0]?.endsWith('/challenge');
    if (isAsked && isChallenged(this.#world, session)) {
      const language = languageFor(request, session);
      const action = `/c/pay/${session.id}/challenge`;
      const page = <ChallengePage {...{ language, action, amount: amountOf(session, language) }} />;
      return send(reply, 200, page, session);
    }
    const email = session.customer_email ?? this.#customerEmail(session);
    const method = methodOf(request, session);
    return this.#form(request, reply, session, { status: 200, method, typed: { email } });
  }

  submit(request: WithId, reply: FastifyReply): FastifyReply {
    const session = this.#openSession(request, reply);
    if (!session) return reply;
    const method = methodOf(request, session);
    const typed = typedFields(request, method);
    const submission = readPaymentForm(method, typed, new Date());
    if ('errors' in submission) {
      return this.#form(request, reply, session, {
        ...{ status: 422, method, typed: keepable(typed), errors: submission.errors },
      });
    }
    const { store } = this.#world;
    const result = store.transaction(() => pay(this.#world, session, submission));
    return this.#after(request, reply, session, result, keepable(typed));
  }

  answer(request: WithId, reply: FastifyReply): FastifyReply {
    const session = this.#openSession(request, reply);
    if (!session) return reply;
    const { store } = this.#world;
    const intent = store.get('payment_intent', idOf(session.payment_intent));
    const kept = store.get('payment_method', idOf(intent?.payment_method));
    const isConfirmed = decodeForm(bodyText(request))['answer'] === 'confirm';
    const result = store.transaction(() => answer(this.#world, session, isConfirmed));
    const { email, name } = kept?.billing_details ?? {};
    const typed = { ...(email ? { email } : {}), ...(name ? { name } : {}) };
    return this.#after(request, reply, session, result, typed);
  }

  #after(
    request: WithId,
    reply: FastifyReply,
    session: Session,
    result: PayResult,
    typed: Typed,
  ): FastifyReply {
    if (result.outcome === 'challenge') {
      return reply.redirect(`/c/pay/${session.id}/challenge`, 303);
    }
    if (result.outcome === 'awaited') return reply.redirect(`/c/pay/${session.id}`, 303);
    if (result.outcome !== 'declined') return reply.redirect(successUrl(session), 303);
    const { declineCode } = result;
    const method = methodOf(request, session);
    return this.#form(request, reply, session, { status: 402, method, typed, declineCode });
  }

  #form(request: WithId, reply: FastifyReply, session: Session, shown: Shown): FastifyReply {
    const { status, ...rest } = shown;
    const items = this.#world.store.get('emulator.session', session.id)?.items ?? [];
    const language = languageFor(request, session);
    const page = <CheckoutPage {...{ language, session, items, errors: {}, ...rest }} />;
    return send(reply, status, page, session);
  }

  #customerEmail(session: Session): string | undefined {
    return this.#world.store.get('customer', idOf(session.customer))?.email ?? undefined;
  }

  /** The session while it can be paid; otherwise answers with a page that says why not. */
  #openSession(request: WithId, reply: FastifyReply): Session | undefined {
    const session = this.#world.store.get('checkout.session', request.params.id);
    if (session?.status === 'open') return session;
    const language = languageFor(request, session);
    const text = TEXTS[language];
    if (!session) {
      const words = { title: text.unknownTitle, body: text.unknownBody };
      send(reply, 404, <MessagePage language={language} {...words} />);
    } else if (session.status === 'complete') this.#complete(request, reply, session);
    else {
      const { cancel_url: href } = session;
      const words = { title: text.expiredTitle, body: text.expiredBody };
      const link = href ? { href, label: text.goBack } : undefined;
      const page = <MessagePage language={language} {...words} {...(link ? { link } : {})} />;
      send(reply, 410, page, session);
    }
    return undefined;
  }

  /** The payer is done; the money is here, on its way, or still to be sent. */
  #complete(request: WithId, reply: FastifyReply, session: Session): void {
    const language = languageFor(request, session);
    const text = TEXTS[language];
    const intent = this.#world.store.get('payment_intent', idOf(session.payment_intent));
    const instructions = intent?.next_action?.display_bank_transfer_instructions;
    const next = successUrl(session);
    if (instructions) {
      const page = <InstructionsPage {...{ language, id: intent.id, instructions, next }} />;
      return void send(reply, 200, page, session);
    }
    const words =
      session.payment_status === 'unpaid'
        ? { title: text.processingTitle, body: text.processingBody }
        : { title: text.paidTitle, body: text.paidBody };
    const link = { href: next, label: text.continue };
    send(reply, 200, <MessagePage language={language} {...words} link={link} />, session);
  }
}

/** The way to pay that the address names, or the session's first. */
function methodOf(request: FastifyRequest, session: Session): MethodType {
  const ways = session.payment_method_types as MethodType[];
  const { method } = request.query as { method?: MethodType };
  return method && ways.includes(method) ? method : (ways[0] ?? 'card');
}

function typedFields(request: FastifyRequest, method: MethodType): Typed {
  const body = decodeForm(bodyText(request));
  return Object.fromEntries(
    FIELDS[method].map((field: Field) => [
      field,
      typeof body[field] === 'string' ? body[field] : '',
    ]),
  );
}

/** What goes back into the form. A number that is no test number might be somebody's real one. */
function keepable({ number, account, cvc: _secret, ...rest }: Typed): Typed {
  return {
    ...rest,
    ...(number && cardNameOf(digitsOf(number)) ? { number } : {}),
    ...(account && accountNameOf(digitsOf(account)) ? { account } : {}),
  };
}
