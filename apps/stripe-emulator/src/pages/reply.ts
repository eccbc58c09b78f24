/** How pages are sent, and in which language. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type Stripe from 'stripe';

import { languageOf } from './text.ts';

type Session = Stripe.Checkout.Session;
export type WithId = FastifyRequest<{ Params: { id: string } }>;

export function languageFor(request: FastifyRequest, session?: Session) {
  return languageOf(session?.locale, request.headers['accept-language'] ?? '');
}

export function successUrl(session: Session): string {
  return (session.success_url ?? '').replaceAll(
    /(\{|%7B)CHECKOUT_SESSION_ID(\}|%7D)/gi,
    session.id,
  );
}

type Targets = { success_url?: string | null; cancel_url?: string | null };

export function send(
  reply: FastifyReply,
  status: number,
  page: JSX.Element,
  session?: Targets,
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
