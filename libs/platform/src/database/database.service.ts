import { isRefused, instantFromDate } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { actorIdOf, type Ctx, type Tx } from './context.ts';

const MAX_TRIES = 3;
// serialization_failure and deadlock_detected: the same work may succeed in a new transaction.
const WORTH_RETRYING = new Set(['40001', '40P01']);

/** Rolls a transaction back while its refusal is still returned as a value. */
class RollBack extends Error {
  constructor(readonly answer: unknown) {
    super('refused');
  }
}

/** Whoever asks came with a session that has ended, or with somebody else's. */
export class SignInOver extends Error {
  constructor() {
    super('the session of this person is over');
    this.name = 'SignInOver';
  }
}

const driverErrorOf = (e: unknown): { code?: string; constraint?: string } | null =>
  e instanceof QueryFailedError ? (e.driverError as object) : (e as object | null);

/** The SQLSTATE of a failed statement, where the error has one. */
export const sqlStateOf = (e: unknown): string | undefined => driverErrorOf(e)?.code;

/** The constraint that a failed statement broke, where it broke one. */
export const constraintOf = (e: unknown): string | undefined => driverErrorOf(e)?.constraint;

/**
 * The only two doors to the data. Both begin a transaction and say who is asking, so that
 * row-level security holds even though connections are shared.
 */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** A read-only transaction at one snapshot: the page agrees with itself. */
  read<T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTurn((begun) =>
      this.source.transaction('REPEATABLE READ', async (manager) => {
        begun();
        return fn(await open(manager, ctx, 'read'));
      }),
    );
  }

  /**
   * A refused Result rolls back and is returned. A deadlock or serialization failure is tried
   * again in a new transaction, so `fn` must keep its effects inside the transaction.
   */
  async write<T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.inTurn((begun) =>
        this.source.transaction(async (manager) => {
          begun();
          const answer = await fn(await open(manager, ctx, 'write'));
          if (isRefused(answer)) throw new RollBack(answer);
          return answer;
        }),
      );
    } catch (e) {
      if (e instanceof RollBack) return e.answer as T;
      throw e;
    }
  }

  /**
   * Tries again what failed for a reason that another try may not meet. A transaction that could
   * not even begin was given a connection that the server had ended: nothing can have happened.
   */
  private async inTurn<T>(attempt: (begun: () => void) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      let hasBegun = false;
      try {
        return await attempt(() => (hasBegun = true));
      } catch (e) {
        const mayPass = !hasBegun || WORTH_RETRYING.has(sqlStateOf(e) ?? '');
        if (tries >= MAX_TRIES || !mayPass) throw e;
        await new Promise((done) => setTimeout(done, Math.random() * 20 * tries));
      }
    }
  }
}

type Opening = readonly [sql: string, params: readonly unknown[]];

// One message to the server for all that a transaction has to know before its work.
const REST = `set_config('transaction_read_only', $1, true), app.legal_now() as now`;
const AS_PERSON = `select app.enter($2, $3, $4) as session, ${REST}`;
const AS_PROCESS = `select null as session, set_config('app.scope', $2, true),
  set_config('app.actor', $3, true), ${REST}`;

function openingOf({ actor }: Ctx, readOnly: 'on' | 'off'): Opening {
  return actor.kind === 'account'
    ? [AS_PERSON, [readOnly, actor.token, actor.scope, actor.accountId]]
    : [AS_PROCESS, [readOnly, actor.kind, actorIdOf(actor) ?? '']];
}

async function open(manager: EntityManager, ctx: Ctx, door: 'read' | 'write'): Promise<Tx> {
  const [sql, params] = openingOf(ctx, door === 'read' ? 'on' : 'off');
  const [row] = await manager.query<{ now: Date; session: string | null }[]>(sql, [...params]);
  if (!row) throw new Error('the legal clock has no row');
  if (ctx.actor.kind === 'account' && !row.session) throw new SignInOver();
  return {
    ctx,
    now: instantFromDate(row.now),
    sessionId: row.session,
    manager,
    query: <R>(sql: string, params: readonly unknown[] = []) =>
      manager.query<R[]>(sql, params as unknown[]),
  };
}
