import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const TRY_FOR_MS = 120_000;
const TRY_EVERY_MS = 1_000;
const SAY_EVERY_MS = 15_000;
const CONNECT_MS = 5_000;

// Nobody answers there yet, or PostgreSQL says itself that it is starting, stopping or full.
const MAY_PASS = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
  ...['ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P01', '57P02', '57P03', '53300'],
]);

/** Why a connection failed, by its code; a name with several addresses fails with one error each. */
function codeOf(e: unknown): string | undefined {
  const { code, errors } = e as { code?: string; errors?: unknown[] };
  return code ?? (errors?.length ? codeOf(errors[0]) : undefined);
}

const isWorthWaiting = (e: unknown) =>
  MAY_PASS.has(codeOf(e) ?? '') ||
  /timeout|terminated unexpectedly/i.test((e as Error | null)?.message ?? '');

/** Where the database should be, without the password. */
function placeOf(url: string): string {
  try {
    return new URL(url).host || 'this machine';
  } catch {
    return 'the address in DATABASE_URL';
  }
}

async function tryOnce(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // what matters is thrown by connect
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The database did not answer in time. */
class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

/**
 * Returns once the database answers. A process may be started before its PostgreSQL, so it is asked
 * again for two minutes, and says so. What waiting does not mend (a wrong password, no such
 * database) is left to whoever connects next, whose error names it.
 */
export async function waitForDatabase(
  url: string,
  { tryForMs = TRY_FOR_MS, tryEveryMs = TRY_EVERY_MS, say = console.error } = {},
): Promise<void> {
  const began = performance.now();
  for (let saidAt = -Infinity; ; await pause(tryEveryMs)) {
    try {
      return await tryOnce(url);
    } catch (e) {
      if (!isWorthWaiting(e)) return;
      const why = codeOf(e) ?? 'no answer';
      const place = placeOf(url);
      const waited = performance.now() - began;
      if (waited >= tryForMs) {
        throw new NoDatabase(
          `The database at ${place} has not answered for ${Math.round(tryForMs / 1000)} s (${why}). ` +
            'Start PostgreSQL, or correct DATABASE_URL.',
        );
      }
      if (waited - saidAt >= SAY_EVERY_MS) {
        saidAt = waited;
        const left = Math.ceil((tryForMs - waited) / 1000);
        say(`The database at ${place} does not answer yet (${why}); trying for ${left} s more.`);
      }
    }
  }
}
