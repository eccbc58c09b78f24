import { KEPT_BY_BROWSER, type Origin } from '#kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHmac } from 'node:crypto';
import type { WebOptions } from './options.ts';

declare module 'fastify' {
  interface FastifyRequest {
    origin: Origin;
  }
}

const YEAR_SECONDS = 365 * 24 * 3600;

/** One subscriber's part of an IPv6 address is 64 bits; counting whole addresses counts nothing. */
function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail = ''] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const gap = ip.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...gap, ...right].slice(0, 4).join(':');
}

// An address is personal data: what is kept is a digest, keyed, since there are few addresses and a
// plain digest of each is soon made.
const digest = (text: string, key: string) =>
  createHmac('sha256', key).update(`limit:${text}`).digest('base64url').slice(0, 22);

/** A cookie of this site alone; over HTTPS no other site of the domain can set it. */
export const ownCookie = (options: WebOptions, name: string): string =>
  options.secure ? `__Host-${name}` : name;

/** How each of them is set; how long it stays is its own. */
export const cookieSettings = (options: WebOptions) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure }) as const;

const browserCookie = (o: WebOptions) =>
  ownCookie(o, o.site === 'officer' ? 'officer-browser' : 'browser');

function browserOf(request: FastifyRequest, options: WebOptions): string | undefined {
  const signed = request.cookies[browserCookie(options)];
  const read = signed ? request.unsignCookie(signed) : undefined;
  return read?.valid && read.value?.startsWith(`${KEPT_BY_BROWSER}:`) ? read.value : undefined;
}

export function addOrigin(server: FastifyInstance, options: WebOptions): void {
  // Made anew for each request below; a decorator may hold no object.
  server.decorateRequest('origin', null as unknown as Origin);
  server.addHook('onRequest', async (request) => {
    request.origin = {
      site: options.site,
      network: digest(addressKey(request.ip), options.sessionSecret),
      browser: browserOf(request, options),
    };
  });
}

/** From now on this browser is known, whatever others do from the same network. */
export function rememberBrowser(reply: FastifyReply, kept: string): void {
  const { options } = reply.server.web;
  const cookie = { ...cookieSettings(options), maxAge: YEAR_SECONDS, signed: true };
  reply.setCookie(browserCookie(options), kept, cookie);
}

/** What a browser holds while somebody is under way: one name for each kind of errand. */
export const ticketOf = (request: FastifyRequest, errand: string): string =>
  request.cookies[ownCookie(request.server.web.options, errand)] ?? '';

export function giveTicket(reply: FastifyReply, errand: string, ticket: string): void {
  const { options } = reply.server.web;
  reply.setCookie(ownCookie(options, errand), ticket, cookieSettings(options));
}

export function dropTicket(reply: FastifyReply, errand: string): void {
  const { options } = reply.server.web;
  reply.clearCookie(ownCookie(options, errand), cookieSettings(options));
}
