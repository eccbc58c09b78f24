import fastifySession from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { PreparedClient } from '#platform';
import type { SignedInAccount } from '../page/view.ts';
import type { Lang } from '../text/texts.ts';
import type { SessionOwner } from './account-sessions.ts';
import type { SessionStore, WebOptions } from './options.ts';
import { cookieSettings, ownCookie } from './origin.ts';

export type SessionExtra = Readonly<Record<string, string | number | boolean | null>>;

declare module 'fastify' {
  interface Session {
    accountId?: string;
    /** Milliseconds; the absolute limit counts from here. */
    signedInAt?: number;
    /** Milliseconds; the idle limit counts from here. Written at most once a minute. */
    seenAt?: number;
    /** What the app keeps about this sign-in: how, and when the second factor was last shown. */
    extra?: SessionExtra;
  }
  interface FastifyRequest {
    lang: Lang;
    account: SignedInAccount | null;
    /** This request came with a session that has just ended. */
    sessionEnded: boolean;
    /** What becomes of the token's cookie: a new one, none, or it stays as it is. */
    tokenToKeep: string | null | undefined;
    /** The page of this request holds a form's token. */
    hasToken: boolean;
  }
}

const TOUCH_MS = 60_000;
const POOL_MAX = 4;
/** A page waits no longer for its session. */
const WAIT_MS = 10_000;

const cookieNameOf = (options: WebOptions): string =>
  ownCookie(options, options.site === 'officer' ? 'officer-sid' : 'sid');

const tokenCookieOf = (options: WebOptions) => `${cookieNameOf(options)}-token`;

/** Who this request says is signed in; whether that holds, the accounts know. */
export function signedInBy(request: FastifyRequest): SessionOwner | null {
  const { accountId } = request.session;
  const token = request.cookies[tokenCookieOf(request.server.web.options)];
  return accountId && token ? { accountId, token } : null;
}

/** Without a cookie of ours nobody is; with one, the accounts know. */
export function mayBeSignedIn(request: FastifyRequest): boolean {
  const { options } = request.server.web;
  return cookieNameOf(options) in request.cookies || tokenCookieOf(options) in request.cookies;
}

/** A session that says nothing about anybody is not kept: an ended one leaves no other behind. */
const withoutEmpty = (store: SessionStore): SessionStore => ({
  get: (id, done) => store.get(id, done),
  set: (id, session, done) => (session.accountId ? store.set(id, session, done) : done()),
  destroy: (id, done) => store.destroy(id, done),
});

function storeFor(server: FastifyInstance, options: WebOptions): SessionStore {
  if ('store' in options.sessions) return options.sessions.store;
  const pool = new pg.Pool({
    Client: PreparedClient,
    connectionString: options.sessions.databaseUrl,
    max: POOL_MAX,
    connectionTimeoutMillis: WAIT_MS,
    statement_timeout: WAIT_MS,
  });
  // An idle connection that the server closed must not end the process.
  pool.on('error', (error) => server.log.error(error));
  server.addHook('onClose', async () => pool.end());
  const Store = connectPgSimple({ Store: fastifySession.Store });
  return new Store({
    pool,
    tableName: 'session',
    // A row outlives the idle limit by the touch interval and is then pruned by a job.
    ttl: options.idleMinutes * 60 + (2 * TOUCH_MS) / 1000,
    pruneSessionInterval: false,
  });
}

/** True when the time of this session is over by either limit. */
function isOver(
  session: { signedInAt?: number; seenAt?: number },
  now: number,
  limits: { idleMinutes: number; absoluteHours: number },
): boolean {
  const { signedInAt = 0, seenAt = 0 } = session;
  return (
    now - seenAt >= limits.idleMinutes * 60_000 ||
    now - signedInAt >= limits.absoluteHours * 3_600_000
  );
}

async function holdLimits(request: FastifyRequest, options: WebOptions, now: number) {
  const { session } = request;
  if (!session.accountId) return;
  if (isOver(session, now, options)) {
    await signOut(request);
    request.sessionEnded = true;
  } else if (now - (session.seenAt ?? 0) >= TOUCH_MS) {
    session.seenAt = now;
  }
}

export async function addSessions(server: FastifyInstance, options: WebOptions): Promise<void> {
  server.decorateRequest('account', null);
  server.decorateRequest('sessionEnded', false);
  server.decorateRequest('tokenToKeep', undefined);
  await server.register(fastifySession, {
    secret: options.sessionSecret,
    cookieName: cookieNameOf(options),
    // No maxAge: the cookie goes with the browser; the server ends the session by its own clock.
    cookie: cookieSettings(options),
    saveUninitialized: false,
    rolling: false,
    store: withoutEmpty(storeFor(server, options)),
  });
  server.addHook('onRequest', async (request) => holdLimits(request, options, server.web.now()));
  server.addHook('onSend', async (request, reply) => keepToken(request, reply, options));
  // Asked by the warning before the end; asking is using it.
  server.get('/session/keep', async (request, reply) => {
    const by = signedInBy(request);
    const account = by && (await server.web.accounts.signedIn(by, request.id));
    return reply
      .header('cache-control', 'no-store')
      .code(account ? 204 : 401)
      .send();
  });
}

function keepToken(request: FastifyRequest, reply: FastifyReply, options: WebOptions): void {
  const { tokenToKeep } = request;
  if (tokenToKeep) reply.setCookie(tokenCookieOf(options), tokenToKeep, cookieSettings(options));
  else if (tokenToKeep === null) reply.clearCookie(tokenCookieOf(options), cookieSettings(options));
}

/** A new session id for a person who has just proved who they are (or got another role). */
export async function signIn(
  request: FastifyRequest,
  by: SessionOwner,
  extra: SessionExtra = {},
): Promise<void> {
  await signOut(request);
  const now = request.server.web.now();
  const { accountId, token } = by;
  Object.assign(request.session, { accountId, signedInAt: now, seenAt: now, extra });
  request.tokenToKeep = token;
}

/** Ends the session here and on the server. */
export async function signOut(request: FastifyRequest): Promise<void> {
  const { accounts, options } = request.server.web;
  const token = request.cookies[tokenCookieOf(options)];
  if (token) {
    await accounts.signedOut(token, request.id);
    request.tokenToKeep = null;
  }
  await request.session.regenerate();
  request.account = null;
}
