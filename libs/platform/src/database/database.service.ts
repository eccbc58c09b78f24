import { isRefused, instantFromDate } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { actorIdOf, type Ctx, type Tx } from './context.ts';
import type { FlightClient } from './flight-client.ts';
import { LastRows } from './rows.ts';
import { sqlStateOf } from './sql-errors.ts';

const MAX_TRIES = 3;
// serialization_failure and deadlock_detected: the same work may succeed in a new transaction.
const WORTH_RETRYING = new Set(['40001', '40P01']);

/** Whoever asks came with a session that has ended, or with somebody else's. */
export class SignInOver extends Error {
  constructor() {
    super('the session of this person is over');
    this.name = 'SignInOver';
  }
}

/**
 * The only doors to the data, and `readOne` for a single statement. All begin a transaction and
 * say who is asking, so that row-level security holds even though connections are shared.
 */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** A read-only transaction at one snapshot: the page agrees with itself. */
  read<T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTurn((begun) => this.transaction(READ, ctx, fn, begun));
  }

  /**
   * For a page that opens what is sealed, which goes into the trail: one snapshot as well, or a row that
   * is read first could be of another moment than one that is read last.
   */
  show<T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTurn((begun) => this.transaction(SHOW, ctx, fn, begun));
  }

  /**
   * A refused Result rolls back and is returned. A deadlock or serialization failure is tried
   * again in a new transaction, so `fn` must keep its effects inside the transaction.
   */
  write<T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTurn((begun) => this.transaction(WRITE, ctx, fn, begun));
  }

  /** What one statement finds, in one flight with the beginning and the end of its transaction. */
  readOne<R>(ctx: Ctx, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const only = (begun: () => void) =>
      this.onConnection(async (_, client) => {
        const began = client.begin(READ).then(begun);
        const entered = enter(client, ctx);
        const found = ask<R>(client, sql, params);
        return (await Promise.all([found, entered, began, client.commit()]))[0];
      });
    return this.inTurn(only);
  }

  private transaction<T>(
    begin: string,
    ctx: Ctx,
    fn: (tx: Tx) => Promise<T>,
    begun: () => void,
  ): Promise<T> {
    return this.onConnection(async (runner, client) => {
      const began = client.begin(begin).then(begun);
      const last = new LastRows();
      const tx = await open(runner, client, ctx, began, last);
      const answer = await fn(tx);
      if (isRefused(answer)) await client.rollBack();
      else {
        await last.sendAlong(tx);
        await client.commit();
      }
      if (client.sentAlongFailure) throw client.sentAlongFailure;
      return answer;
    });
  }

  /** Whatever fails there is rolled back, and what failed first is thrown. */
  private async onConnection<T>(
    work: (runner: QueryRunner, client: FlightClient) => Promise<T>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as FlightClient;
    try {
      return await work(runner, client);
    } catch (e) {
      await client.rollBack();
      throw client.failureOf(e);
    } finally {
      await runner.release();
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

const READ = 'begin isolation level repeatable read read only';
const SHOW = 'begin isolation level repeatable read';
const WRITE = 'begin';

type Opening = readonly [sql: string, params: readonly unknown[]];

// One statement for all that a transaction has to know before its work.
const AS_PERSON = 'select app.enter($1, $2, $3) as session, app.legal_now() as now';
const AS_PROCESS = `select null as session, set_config('app.scope', $1, true),
  set_config('app.actor', $2, true), app.legal_now() as now`;

const openingOf = ({ actor }: Ctx): Opening =>
  actor.kind === 'account'
    ? [AS_PERSON, [actor.token, actor.scope, actor.accountId]]
    : [AS_PROCESS, [actor.kind, actorIdOf(actor) ?? '']];

/** Says who is asking. Throws when they may not. */
async function enter(client: FlightClient, ctx: Ctx) {
  const [row] = await ask<{ now: Date; session: string | null }>(client, ...openingOf(ctx));
  if (!row) throw new Error('the legal clock has no row');
  if (ctx.actor.kind === 'account' && !row.session) throw new SignInOver();
  return row;
}

/** In the flight that begins the transaction. */
async function open(
  runner: QueryRunner,
  client: FlightClient,
  ctx: Ctx,
  began: Promise<void>,
  last: LastRows,
): Promise<Tx> {
  const [row] = await Promise.all([enter(client, ctx), began]);
  // TypeORM did not begin it, and would refuse to lock a row or begin one of its own.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  return {
    ctx,
    now: instantFromDate(row.now),
    sessionId: row.session,
    manager: runner.manager,
    query: <R>(sql: string, params?: readonly unknown[]) => ask<R>(client, sql, params),
    sendAlong: (...statement) => Promise.resolve(client.sendAlong(...statement)),
    addLast: (...rows) => last.add(...rows),
  };
}

/** Asks the connection itself: TypeORM waits before it sends, so that the order would be by chance. */
async function ask<R>(client: FlightClient, sql: string, given?: readonly unknown[]): Promise<R[]> {
  const params = given && [...given];
  try {
    return (await client.query<R & QueryResultRow>(sql, params)).rows;
  } catch (e) {
    throw new QueryFailedError(sql, params, e as Error);
  }
}
