import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Asked for every few seconds, or many at once with each page: said only when somebody debugs. */
const OFTEN = /^\/(health|metrics|assets)(\/|$)/;
/** The other side hung up before we answered; HTTP has no status for it. */
const ABORTED = 499;

const current = new AsyncLocalStorage<string>();
/** The request that is being worked on, for every line that is written meanwhile. */
export const requestInLog = (): { request?: string } => {
  const request = current.getStore();
  return request === undefined ? {} : { request };
};

const log = new Logger('request');

/**
 * One line for a request: status, time, the route's pattern and the request's id. The pattern, never
 * the address itself: no query, nothing that somebody filled in, no headers, no network address.
 */
export function logRequest(request: FastifyRequest, status: number, elapsedMs: number): void {
  const { method, id } = request;
  const route = request.routeOptions?.url ?? 'no route';
  const line = { request: id, method, route, status, ms: Math.round(elapsedMs) };
  if (status >= 500) log.warn({ ...line, msg: `${method} ${route} ${status}` });
  else if (OFTEN.test(route)) log.debug(line);
  else log.log(line);
}

/** Logs every request of the process, whatever becomes of it. */
@Injectable()
export class RequestLog {
  constructor(host: HttpAdapterHost) {
    // Here, before any route is there: a hook counts for the routes that come after it.
    const server = host.httpAdapter?.getInstance<FastifyInstance>();
    if (typeof server?.addHook === 'function') this.listenTo(server);
  }

  private listenTo(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _, done) => current.run(request.id, done));
    // Reading a body leaves the context of whoever began to read it.
    server.addHook('preValidation', (request, _, done) => current.run(request.id, done));
    server.addHook('onResponse', async (request, reply) =>
      logRequest(request, reply.statusCode, reply.elapsedTime),
    );
    server.addHook('onRequestAbort', async (request) => logRequest(request, ABORTED, 0));
  }
}
