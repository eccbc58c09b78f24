import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';

const REQUEST_MS = 30_000;
const PARAM_CHARS_MAX = 200;

/**
 * What the HTTP server of every process has. A request's id is random, so that one id names one
 * request in the log, in the trail and on an error page, across processes and restarts. The word of
 * a proxy about the visitor's address counts only when the proxy is one of ours: limits count by it.
 */
export const serverOptions = (config: Pick<Config, 'trustedProxies'>) => ({
  genReqId: () => randomUUID(),
  requestTimeout: REQUEST_MS,
  routerOptions: { maxParamLength: PARAM_CHARS_MAX },
  trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
});
