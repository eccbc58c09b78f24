import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isValidElement, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageWithStatus, SeeOther } from './see-other.ts';

const asItIs = (reply: FastifyReply) => reply.serializer((text: unknown) => text as string);

// A part of an address may come decoded from the request; a line break in it would end the header.
const inHeader = (url: string) => url.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);

// Who is signed in and the language, by cookie or browser; and how it is packed.
const VARY = 'cookie, accept-language, accept-encoding, sec-fetch-site';

function sendPage(request: FastifyRequest, reply: FastifyReply, page: VNode): string {
  // Nest answers a POST with 201; a page is not a created thing.
  if (reply.statusCode === 201) reply.status(200);
  const html = `<!doctype html>${renderToString(page)}`;
  // A visitor's pages may stay in the browser's memory, so that "back" shows what was typed.
  const kept = request.account ? 'no-store' : 'private, no-cache';
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', kept);
  reply.type('text/html; charset=utf-8').header('vary', VARY);
  asItIs(reply);
  return html;
}

/** The one place where pages become HTML: controllers, filters and guards all send vnodes. */
export function renderPages(server: FastifyInstance): void {
  server.addHook('preSerialization', async (request, reply, payload) => {
    if (payload instanceof SeeOther) {
      asItIs(reply.status(303).header('location', inHeader(payload.url)).type('text/plain'));
      return '';
    }
    if (payload instanceof PageWithStatus) {
      reply.status(payload.status);
      return sendPage(request, reply, payload.page);
    }
    return isValidElement(payload) ? sendPage(request, reply, payload) : payload;
  });
}
