import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { decrypt, encrypt } from '#platform';
import { pickAnswers, type Answers } from '../forms/answers.ts';
import type { KeptForm } from '../page/view.ts';
import type { WebOptions } from './options.ts';
import { localPath } from './see-other.ts';

// A form that was sent with an ended session comes back filled in once its person has signed in again.
// Nothing is stored for whoever is not signed in: what was typed travels through the sign-in page,
// sealed for the account that the form was made for, and lies in that account's session until its page
// is opened.

const MINUTES = 60;
/** Of what is sealed. A page's form body may be larger; then it is shown and not kept. */
const SEALED_CHARS_MAX = 40_000;
const FIELDS_MAX = 50;
const OWNER_CHARS = 22;
/** Fields of a form: for whom it was made, and what is kept of an earlier one. */
const OWNER = '_for';
const KEPT = '_kept';

/** Never shown again nor kept: what proves who somebody is, numbers of accounts, and our own fields. */
export const SECRET_FIELD = /^_|^(password|current|code|secret|iban|routing|accountNumber)$/;

declare module 'fastify' {
  interface Session {
    /** Sealed. */
    keptForm?: string;
  }
}

/** Names an account in its forms: tells nobody which one, and nobody else can make it. */
export const ownerOf = ({ site, sessionSecret }: WebOptions, accountId: string): string =>
  createHmac('sha256', sessionSecret)
    .update(`form of ${site} ${accountId}`)
    .digest('base64url')
    .slice(0, OWNER_CHARS);

const keyOf = (options: WebOptions) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', options.sessionSecret, '', 'kept forms', 32)));

/** Our own field of a posted form; an answer of a person is cleaned on arrival, this is not one. */
function ownField(request: FastifyRequest, name: string): string | null {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the person typed, when the browser says that it came from here. */
export function typedIn(request: FastifyRequest): Answers {
  if (request.headers['sec-fetch-site'] !== 'same-origin') return {};
  const names = Object.keys(request.body ?? {}).filter((n) => !SECRET_FIELD.test(n));
  const answers = Object.entries(pickAnswers(request.body, names.slice(0, FIELDS_MAX)));
  return Object.fromEntries(answers.filter(([, value]) => value));
}

/** The page on which the form stood: where the browser says it was, or else the form's address. */
function pageOf(request: FastifyRequest): string {
  const own = request.url;
  const referer = /^https?:\/\/[^/]+(\/.*)$/.exec(request.headers.referer ?? '')?.[1];
  const from = localPath(referer, own);
  if (pathOf(from) !== pathOf(own)) return from;
  const { url = '' } = request.routeOptions;
  return request.server.hasRoute({ method: 'GET', url }) ? localPath(own) : '/';
}

/** Sealed for the account that the form was made for; null when there is nothing to keep, or too much. */
export function keepForm(request: FastifyRequest): { sealed: string; page: string } | null {
  const { options, now } = request.server.web;
  const owner = ownField(request, OWNER);
  const values = typedIn(request);
  if (!owner || Object.keys(values).length === 0) return null;
  const page = pageOf(request);
  const until = now() + MINUTES * 60_000;
  const form: KeptForm & { until: number } = { page, action: pathOf(request.url), values, until };
  const text = Buffer.from(JSON.stringify(form));
  const sealed = encrypt(keyOf(options), text, owner).toString('base64url');
  return sealed.length > SEALED_CHARS_MAX ? null : { sealed, page };
}

/** What sign-in was sent with, to be sent again when the password was wrong. */
export const keptWith = (request: FastifyRequest): string | null => ownField(request, KEPT);

function opened(request: FastifyRequest, sealed: string, accountId: string): KeptForm | null {
  const { options, now } = request.server.web;
  if (sealed.length > SEALED_CHARS_MAX) return null;
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const text = decrypt(keyOf(options), bytes, ownerOf(options, accountId)).toString();
    const form = JSON.parse(text) as KeptForm & { until: number };
    return form.until > now() ? form : null;
  } catch {
    // Another account's, or altered.
    return null;
  }
}

/** Puts it into the session of the person it is for; their page, or null when it is not theirs. */
export function bringBack(request: FastifyRequest, sealed: string | null): string | null {
  // Refused before it had a session, a request has none.
  const accountId = request.session?.accountId;
  const form = sealed && accountId ? opened(request, sealed, accountId) : null;
  if (!form || !sealed) return null;
  request.session.keptForm = sealed;
  return form.page;
}

/** What is kept for this page, once: it is gone from the session when its page has been shown. */
export function takeKept(request: FastifyRequest): KeptForm | null {
  const { keptForm, accountId } = request.session ?? {};
  if (!keptForm || !accountId || !request.account || request.method !== 'GET') return null;
  const form = opened(request, keptForm, accountId);
  if (form && pathOf(form.page) !== pathOf(request.url)) return null;
  delete request.session.keptForm;
  return form;
}

const pathOf = (url: string) => url.split('?')[0] ?? '';
