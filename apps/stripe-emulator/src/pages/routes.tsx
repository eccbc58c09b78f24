/** The hosted Checkout pages: plain forms and redirects, no script. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type Stripe from 'stripe';

import { answerChallenge, pay, type PayResult } from '../behaviour/checkout.ts';
import { CARDS } from '../behaviour/cards.ts';
import { decodeForm } from '../http/params.ts';
import { bodyText } from '../http/server.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { FIELDS, type FieldErrors, readCardForm, type Typed } from './card-form.ts';
import { ChallengePage } from './challenge.page.tsx';
import { CheckoutPage } from './checkout.page.tsx';
import { MessagePage } from './shell.tsx';
import { STYLE } from './style.ts';
import { languageOf, TEXTS } from './text.ts';

type Session = Stripe.Checkout.Session;
type WithId = FastifyRequest<{ Params: { id: string } }>;

interface Shown {
  status: number;
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
    if (isAsked && this.#world.store.get('emulator.session', session.id)?.challenge) {
      const view = { language: language(request, session), session };
      return send(reply, 200, <ChallengePage {...view} />, session);
    }
    const email = session.customer_email ?? this.#customerEmail(session);
    return this.#form(request, reply, session, { status: 200, typed: { email } });
  }

  submit(request: WithId, reply: FastifyReply): FastifyReply {
    const session = this.#openSession(request, reply);
    if (!session) return reply;
    const typed = typedFields(request);
    const submission = readCardForm(typed, new Date());
    if ('errors' in submission) {
      return this.#form(request, reply, session, {
        status: 422,
        typed: keepable(typed),
        errors: submission.errors,
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
    const form = store.get('emulator.session', session.id)?.challenge?.form;
    const isConfirmed = decodeForm(bodyText(request))['answer'] === 'confirm';
    const result = store.transaction(() => answerChallenge(this.#world, session, isConfirmed));
    return this.#after(request, reply, session, result, { email: form?.email, name: form?.name });
  }

  #after(
    request: WithId,
    reply: FastifyReply,
    session: Session,
    result: PayResult,
    typed: Typed,
  ): FastifyReply {
    if (result.outcome === 'paid') return reply.redirect(successUrl(session), 303);
    if (result.outcome === 'challenge') {
      return reply.redirect(`/c/pay/${session.id}/challenge`, 303);
    }
    return this.#form(request, reply, session, {
      status: 402,
      typed,
      declineCode: result.declineCode,
    });
  }

  #form(request: WithId, reply: FastifyReply, session: Session, shown: Shown): FastifyReply {
    const { status, ...rest } = shown;
    const items = this.#world.store.get('emulator.session', session.id)?.items ?? [];
    const lang = language(request, session);
    const page = <CheckoutPage {...{ language: lang, session, items, errors: {}, ...rest }} />;
    return send(reply, status, page, session);
  }

  #customerEmail(session: Session): string | undefined {
    return this.#world.store.get('customer', idOf(session.customer))?.email ?? undefined;
  }

  /** The session while it can be paid; otherwise answers with a page that says why not. */
  #openSession(request: WithId, reply: FastifyReply): Session | undefined {
    const session = this.#world.store.get('checkout.session', request.params.id);
    if (session?.status === 'open') return session;
    const lang = language(request, session);
    const text = TEXTS[lang];
    if (!session) {
      const words = { title: text.unknownTitle, body: text.unknownBody };
      send(reply, 404, <MessagePage language={lang} {...words} />);
    } else if (session.status === 'complete') {
      const link = { href: successUrl(session), label: text.continue };
      const words = { title: text.paidTitle, body: text.paidBody };
      send(reply, 200, <MessagePage language={lang} {...words} link={link} />, session);
    } else {
      const { cancel_url: href } = session;
      const words = { title: text.expiredTitle, body: text.expiredBody };
      const link = href ? { href, label: text.goBack } : undefined;
      send(
        reply,
        410,
        <MessagePage language={lang} {...words} {...(link ? { link } : {})} />,
        session,
      );
    }
    return undefined;
  }
}

function language(request: FastifyRequest, session: Session | undefined) {
  return languageOf(session?.locale, request.headers['accept-language'] ?? '');
}

function typedFields(request: FastifyRequest): Typed {
  const body = decodeForm(bodyText(request));
  return Object.fromEntries(
    FIELDS.map((field) => [field, typeof body[field] === 'string' ? body[field] : '']),
  );
}

/** What goes back into the form. A number that is no test card might be somebody's real one. */
function keepable({ number = '', cvc: _secret, ...rest }: Typed): Typed {
  const isTestCard = Object.values(CARDS).some(
    (card) => card.number === number.replaceAll(' ', ''),
  );
  return isTestCard ? { ...rest, number } : rest;
}

function successUrl(session: Session): string {
  return (session.success_url ?? '').replaceAll(
    /(\{|%7B)CHECKOUT_SESSION_ID(\}|%7D)/gi,
    session.id,
  );
}

function send(
  reply: FastifyReply,
  status: number,
  page: JSX.Element,
  session?: Session,
): FastifyReply {
  // Browsers hold a redirect after a form to the same rule as the form.
  const targets = [session?.success_url, session?.cancel_url]
    .filter((url) => typeof url === 'string')
    .map((url) => new URL(url).origin);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${[...new Set(["'self'", ...targets])].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  return reply
    .code(status)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(`<!doctype html>${renderToString(page)}`);
}
