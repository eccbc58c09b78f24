import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Open } from './access.guard.ts';
import { ENCODINGS, encodingFor, isHtml, pack, type Encoding } from './compression.ts';
import { mayBeSignedIn } from './session.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Says the same to everybody who is not signed in. */
    publicPage?: boolean;
  }
}

/**
 * `@Open()`, and the same for everybody who is not signed in: drawn once a second at most, and kept
 * by browsers until it changes. A page with a form is none: its token is one browser's alone.
 */
export const PublicPage = () => applyDecorators(Open(), RouteConfig({ publicPage: true }));

/** What visitors may miss of a change. */
const FRESH_MS = 1_000;
/** Nothing is shown that is older, even if it cannot be drawn anew. */
const KEPT_MS = 5_000;

// Of one answer; the rest of the header says the same each time.
const OWN_HEADERS = ['content-length', 'content-encoding', 'date', 'set-cookie'];

type Packed = Readonly<Record<Encoding | 'identity', Buffer>>;

interface Drawn {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Packed;
  readonly drawnAt: number;
  /** Whose request draws it anew: the first after this. */
  drawAgainAt: number;
}

/** Asked for by a visitor, at its plain address: one with `?lang=` sets a cookie. */
const isForEverybody = (request: FastifyRequest): boolean =>
  request.routeOptions.config.publicPage === true &&
  request.method === 'GET' &&
  request.url === request.routeOptions.url &&
  !mayBeSignedIn(request);

const etagOf = (html: string): string =>
  `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;

const packed = (html: string): Packed => ({
  identity: Buffer.from(html),
  ...(Object.fromEntries(ENCODINGS.map((e) => [e, pack(html, e)])) as Record<Encoding, Buffer>),
});

function headersOf(reply: FastifyReply): Record<string, string> {
  const all = Object.entries(reply.getHeaders()).filter(([name]) => !OWN_HEADERS.includes(name));
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

/** As RFC 9110 compares here: weakly, one of a list, or any. */
function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  const opaque = etag.slice(2);
  return known.split(',').some((one) => {
    const tag = one.trim();
    return tag === '*' || tag === etag || tag === opaque;
  });
}

/** Sets the header and returns the body. */
function fill(request: FastifyRequest, reply: FastifyReply, page: Drawn): Buffer | '' {
  reply.headers(page.headers);
  if (isKnown(request, page.etag)) {
    reply.status(304);
    return '';
  }
  const encoding = encodingFor(request);
  if (encoding) reply.header('content-encoding', encoding);
  return page.bodies[encoding ?? 'identity'];
}

/** Before anything that asks who is there: none of it would change the answer. */
export function addPublicPages(server: FastifyInstance): void {
  // One for each public route and language.
  const drawn = new Map<string, Drawn>();
  const keyOf = (request: FastifyRequest) => `${request.lang} ${request.url}`;

  server.addHook('onRequest', async (request, reply) => {
    if (!isForEverybody(request)) return;
    const page = drawn.get(keyOf(request));
    const now = performance.now();
    if (!page || now - page.drawnAt >= KEPT_MS) return;
    if (now >= page.drawAgainAt) {
      page.drawAgainAt = now + FRESH_MS;
      return;
    }
    await reply.send(fill(request, reply, page));
  });

  server.addHook('onSend', async (request, reply, payload: unknown) => {
    if (typeof payload !== 'string' || !isHtml(reply) || !isForEverybody(request)) return payload;
    // Whatever is one visitor's own goes to that visitor alone.
    const isOwn = request.hasToken || reply.hasHeader('set-cookie');
    if (isOwn || reply.statusCode !== 200) return payload;
    const now = performance.now();
    const etag = etagOf(payload);
    const before = drawn.get(keyOf(request));
    reply.header('cache-control', 'public, no-cache').header('etag', etag);
    const page = {
      ...{ etag, headers: headersOf(reply), drawnAt: now, drawAgainAt: now + FRESH_MS },
      bodies: before?.etag === etag ? before.bodies : packed(payload),
    };
    drawn.set(keyOf(request), page);
    return fill(request, reply, page);
  });
}
