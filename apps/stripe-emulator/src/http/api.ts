/** /v1: key, version, parameters, idempotency, then the handler in one transaction. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';

import { newId } from '../state/ids.ts';
import type { World } from '../world.ts';
import type { CallLog } from './call-log.ts';
import { ApiError, invalid, unrecognizedUrl } from './errors.ts';
import { expand } from './expand.ts';
import { errorOf, type Fault, type Faults } from './faults.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { checkParams, decodeForm, type Params } from './params.ts';
import type { Route } from './route.ts';
import { stripeSchema } from './schema.ts';
import { bodyText } from './server.ts';

interface Exchange {
  requestId: string;
  method: string;
  path: string;
  key: string | undefined;
  request: FastifyRequest;
}

interface Answer {
  status: number;
  body: string;
  /** The caller hears nothing more, or the connection is cut. */
  ending?: 'hang' | 'reset';
  /** What was done on purpose. */
  fault?: string;
  headers?: Record<string, string>;
}

interface Watched {
  calls: CallLog;
  faults: Faults;
}

export class Api {
  readonly #world: World;
  readonly #routes: readonly Route[];
  readonly #calls: CallLog;
  readonly #keys: IdempotencyKeys;
  readonly #faults: Faults;
  readonly #latencyMs: number;

  constructor(world: World, routes: readonly Route[], watched: Watched, latencyMs: number) {
    this.#world = world;
    this.#routes = routes;
    this.#calls = watched.calls;
    this.#faults = watched.faults;
    this.#keys = new IdempotencyKeys(world);
    this.#latencyMs = latencyMs;
  }

  register(server: FastifyInstance): void {
    const handler = (request: FastifyRequest, reply: FastifyReply) => this.#serve(request, reply);
    server.all('/v1', handler);
    server.all('/v1/*', handler);
  }

  async #serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { method } = request;
    const key = method === 'POST' ? header(request, 'idempotency-key') : undefined;
    const path = request.url.split('?')[0] ?? '';
    const exchange: Exchange = { requestId: newId('req'), method, path, key, request };
    const answer = await this.#answer(exchange).catch((error: unknown) =>
      this.#refuse(exchange, error),
    );
    this.#calls.add({
      request_id: exchange.requestId,
      at: new Date().toISOString(),
      method,
      path,
      idempotency_key: key ?? null,
      replayed: answer.headers?.['idempotent-replayed'] === 'true',
      status: answer.ending ? 0 : answer.status,
      ...(answer.fault ? { fault: answer.fault } : {}),
    });
    if (answer.ending) {
      reply.hijack();
      if (answer.ending === 'reset') request.raw.socket.destroy();
      return reply;
    }
    return reply
      .code(answer.status)
      .headers({
        'content-type': 'application/json',
        'request-id': exchange.requestId,
        'stripe-version': header(request, 'stripe-version') ?? stripeSchema()['x-api-version'],
        ...(key ? { 'idempotency-key': key } : {}),
        ...answer.headers,
      })
      .send(answer.body);
  }

  /** The order matters: what is refused before the handler runs is not kept under a key. */
  async #answer(exchange: Exchange): Promise<Answer> {
    const { request, method, path, key } = exchange;
    checkKey(header(request, 'authorization'));
    checkVersion(header(request, 'stripe-version'));
    const { route, id } = this.#find(method, path);
    const params = paramsOf(request);
    const asked = JSON.stringify(params);
    checkParams(route.params, params, route.built);
    if (!key) {
      const fault = this.#faults.take(method, path);
      if (fault?.when === 'before') return this.#strike(exchange, fault);
      const answer = this.#run(exchange, route, id, params);
      return fault ? this.#strike(exchange, fault) : answer;
    }

    const earlier = this.#keys.claim(key, path, asked);
    if (earlier) {
      const { status, body, requestId } = earlier;
      return {
        status,
        body,
        headers: { 'idempotent-replayed': 'true', 'original-request': requestId },
      };
    }
    try {
      if (this.#latencyMs) await wait(this.#latencyMs);
      const fault = this.#faults.take(method, path);
      if (fault?.when === 'before') return this.#strike(exchange, fault, asked);
      const answer = this.#run(exchange, route, id, params, asked);
      return fault ? this.#strike(exchange, fault, asked) : answer;
    } catch (error) {
      const answer = this.#refuse(exchange, error);
      if (!(error instanceof ApiError) || error.isRemembered) this.#keep(exchange, asked, answer);
      return answer;
    } finally {
      this.#keys.release(key);
    }
  }

  /** Something goes wrong on purpose. A broken call is said again under its key, whatever it did. */
  #strike(exchange: Exchange, fault: Fault, asked?: string): Answer {
    const said = { fault: `${fault.does} ${fault.when}` };
    if (fault.does === 'wrong_body')
      return { status: 200, body: '{"message":"Not Found"}', ...said };
    if (fault.does !== 'error') return { status: 200, body: '', ending: fault.does, ...said };
    const error = errorOf(fault);
    const { status, body } = this.#refuse(exchange, error);
    if (asked !== undefined && error.isRemembered) this.#keep(exchange, asked, { status, body });
    return { status, body, ...said };
  }

  /** Handler, expansion and the kept answer are one transaction: all of it happened, or nothing. */
  #run(exchange: Exchange, route: Route, id: string, params: Params, asked?: string): Answer {
    const world = this.#world;
    const { requestId, key, path } = exchange;
    const { expand: paths, ...rest } = params as Params & { expand?: string[] };
    return world.store.transaction(() => {
      world.cause = { requestId, idempotencyKey: key ?? null };
      try {
        const result = route.run({ world, params: rest as never, path, id });
        const answer =
          result instanceof ApiError
            ? this.#refuse(exchange, result)
            : {
                status: 200,
                body: JSON.stringify(expand(world.store, result, paths ?? []), null, 2),
              };
        if (key && asked !== undefined) {
          const { status, body } = answer;
          this.#keys.remember({ id: key, path, params: asked, status, body, requestId });
        }
        return answer;
      } finally {
        world.cause = null;
      }
    });
  }

  #keep({ key, path, requestId }: Exchange, asked: string, { status, body }: Answer): void {
    if (!key) return;
    this.#world.store.transaction(() =>
      this.#keys.remember({ id: key, path, params: asked, status, body, requestId }),
    );
  }

  #refuse({ requestId }: Exchange, error: unknown): Answer {
    if (!(error instanceof ApiError)) console.error('stripe-emulator: a handler failed', error);
    const refusal =
      error instanceof ApiError
        ? error
        : new ApiError(500, { message: 'The emulator failed; see its log.', type: 'api_error' });
    const logUrl = `${this.#world.publicUrl}/_emulator/journal?request_id=${requestId}`;
    const isWorthRetrying = refusal.fields.code === 'idempotency_key_in_use';
    return {
      status: refusal.status,
      body: JSON.stringify(refusal.body(logUrl), null, 2),
      headers: { 'stripe-should-retry': String(isWorthRetrying) },
    };
  }

  #find(method: string, path: string): { route: Route; id: string } {
    const parts = path.split('/');
    for (const route of this.#routes) {
      const wanted = route.path.split('/');
      if (route.method !== method || wanted.length !== parts.length) continue;
      if (!wanted.every((part, n) => part === parts[n] || (part === ':id' && parts[n]))) continue;
      return { route, id: parts[wanted.indexOf(':id')] ?? '' };
    }
    throw unrecognizedUrl(method, path);
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function paramsOf(request: FastifyRequest): Params {
  const query = decodeForm(request.url.split('?').slice(1).join('?'));
  // A form of several parts, whose parts are told apart already.
  if (typeof request.body === 'object') return { ...query, ...request.body };
  const body = bodyText(request);
  if (!body) return query;
  if (!/^application\/x-www-form-urlencoded/.test(header(request, 'content-type') ?? '')) {
    throw invalid('Send the body as application/x-www-form-urlencoded.');
  }
  return { ...query, ...decodeForm(body) };
}

function checkKey(authorization: string | undefined): void {
  const [scheme = '', credentials = ''] = (authorization ?? '').split(' ');
  const isBasic = scheme.toLowerCase() === 'basic';
  const key = isBasic ? Buffer.from(credentials, 'base64').toString().split(':')[0] : credentials;
  if (/^(sk|rk)_test_\w+$/.test(key ?? '')) return;
  const message = key
    ? `Invalid API Key provided: ${key.slice(0, 8)}****. The emulator takes test keys only.`
    : 'You did not provide an API key. Send it as "Authorization: Bearer YOUR_SECRET_KEY".';
  throw invalid(message, undefined, undefined, 401);
}

function checkVersion(version: string | undefined): void {
  const spoken = stripeSchema()['x-api-version'];
  if (version === undefined || version === spoken) return;
  throw invalid(`Invalid Stripe API version: ${version}. The emulator speaks ${spoken}.`);
}
