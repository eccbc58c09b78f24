import fastifySession from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pg from 'pg';
import type { Account } from '../page/view.ts';
import type { Lang } from '../text/texts.ts';
import type { SessionStore, WebOptions } from './options.ts';

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
    account: Account | null;
    /** This request came with a session that has just ended. */
    sessionEnded: boolean;
  }
}

const TOUCH_MS = 60_000;
const POOL_MAX = 4;
/** A page waits no longer for its session. */
const WAIT_MS = 10_000;

export function cookieNameOf(options: WebOptions): string {
  const name = options.site === 'officer' ? 'officer-sid' : 'sid';
  return options.secure ? `__Host-${name}` : name;
}

function storeFor(server: FastifyInstance, options: WebOptions): SessionStore {
  if ('store' in options.sessions) return options.sessions.store;
  const pool = new pg.Pool({
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
export function isOver(
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
    await session.regenerate();
    request.sessionEnded = true;
  } else if (now - (session.seenAt ?? 0) >= TOUCH_MS) {
    session.seenAt = now;
  }
}

export async function addSessions(server: FastifyInstance, options: WebOptions): Promise<void> {
  server.decorateRequest('account', null);
  server.decorateRequest('sessionEnded', false);
  await server.register(fastifySession, {
    secret: options.sessionSecret,
    cookieName: cookieNameOf(options),
    // No maxAge: the cookie goes with the browser; the server ends the session by its own clock.
    cookie: { secure: options.secure, httpOnly: true, sameSite: 'lax', path: '/' },
    saveUninitialized: false,
    rolling: false,
    store: storeFor(server, options),
  });
  server.addHook('onRequest', async (request) => holdLimits(request, options, server.web.now()));
  // Asked by the warning before the end; touching is done by the hook above.
  server.get('/session/keep', async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .code(request.session.accountId ? 204 : 401)
      .send(),
  );
}

/** A new session id for a person who has just proved who they are (or got another role). */
export async function signIn(
  request: FastifyRequest,
  accountId: string,
  extra: SessionExtra = {},
): Promise<void> {
  await request.session.regenerate();
  const now = request.server.web.now();
  Object.assign(request.session, { accountId, signedInAt: now, seenAt: now, extra });
}

/** Ends the session here and on the server. */
export async function signOut(request: FastifyRequest): Promise<void> {
  await request.session.regenerate();
  request.account = null;
}
