import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { logRequest } from '../logging/request-log.hook.ts';

const REQUEST_MS = 30_000;
const PARAM_CHARS_MAX = 200;

/** An address that the router cannot read is answered before any hook runs. */
function answerUnreadable(error: { statusCode?: number }, q: FastifyRequest, r: FastifyReply) {
  const status = error.statusCode ?? 400;
  logRequest(q, status, 0);
  // Its own words would repeat the address.
  void r.status(status).type('text/plain').send('This address cannot be read.\n');
}

/**
 * What the HTTP server of every process has. A request's id is random, so that one id names one
 * request in the log, in the trail and on an error page, across processes and restarts. The word of
 * a proxy about the visitor's address counts only when the proxy is one of ours: limits count by it.
 */
export const serverOptions = (config: Pick<Config, 'trustedProxies'>) => ({
  genReqId: () => randomUUID(),
  frameworkErrors: answerUnreadable,
  requestTimeout: REQUEST_MS,
  routerOptions: { maxParamLength: PARAM_CHARS_MAX },
  trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
});
