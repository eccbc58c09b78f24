// A small world for tests of money: the processes' libraries with their own logins, one database,
// and the Stripe emulator. Every test makes what it needs.
import { BondEscrowModule, Payments } from '#bond-escrow';
import { Database, PlatformModule, systemCtx, type Ctx, type Tx } from '#platform';
import { EventInbox, ProcessorModule, type FactRouter } from '#processor';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { CARDS, type CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';
import { testConfig } from './app.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from './database.ts';
import { BondBuilder, CaseBuilder, DEFAULT_TIER } from './bond-builders.ts';

export interface WorldOptions {
  /** More than bonds: the modules of a higher library. */
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  /** Who applies facts in the worker; payments only when left out. */
  readonly router?: (worker: TestingModule) => FactRouter;
  /** Settings of every process. */
  readonly env?: Record<string, string>;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly idempotency_key: string | null;
  readonly replayed: boolean;
  readonly status: number;
}

export class World {
  private constructor(
    readonly db: TestDatabase,
    readonly emulator: Emulator,
    readonly portal: TestingModule,
    readonly officer: TestingModule,
    readonly worker: TestingModule,
    readonly router: FactRouter,
    private readonly consulateId: string,
    private readonly options: WorldOptions,
  ) {}

  static async start(options: WorldOptions = {}): Promise<World> {
    const db = await freshDatabase();
    const emulator = await startEmulator({ port: 0, delayMs: 10 });
    const env = { STRIPE_API_BASE: emulator.url, ...options.env };
    const [portal, officer, worker] = [
      await processOf(db, 'portal', env, options),
      await processOf(db, 'officer', env, options),
      await processOf(db, 'worker', env, options),
    ];
    const { rows } = await db.admin.query<{ id: string }>(
      `select id from consulate where programme_code = 'mali-us' and city = 'Washington'`,
    );
    const router = (options.router ?? bondFacts)(worker);
    return new World(db, emulator, portal, officer, worker, router, rows[0]!.id, options);
  }

  /** One more process on the same database, with settings of its own; close it yourself. */
  another(
    process: 'portal' | 'officer' | 'worker',
    env: Record<string, string>,
  ): Promise<TestingModule> {
    const all = { STRIPE_API_BASE: this.emulator.url, ...this.options.env, ...env };
    return processOf(this.db, process, all, this.options);
  }

  async stop(): Promise<void> {
    await Promise.all([this.portal.close(), this.officer.close(), this.worker.close()]);
    await this.emulator.close();
    await this.db.drop();
  }

  aCase(): CaseBuilder {
    return new CaseBuilder(this, this.consulateId);
  }

  aBond(amountMinor = DEFAULT_TIER): BondBuilder {
    return new BondBuilder(this, amountMinor);
  }

  /** Rows as the administrator sees them. */
  async rows<R extends object = Record<string, unknown>>(
    sql: string,
    ...params: unknown[]
  ): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  /** One piece of work by one process in somebody's name. */
  as<T>(process: TestingModule, ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
    return process.get(Database).write(ctx, work);
  }

  /** In the worker's own name. */
  byRule<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.as(this.worker, systemCtx('test'), work);
  }

  /** What was asked of the processor so far, oldest first. */
  async calls(): Promise<Call[]> {
    const answer = await fetch(`${this.emulator.url}/_emulator/journal`);
    return ((await answer.json()) as { calls: Call[] }).calls;
  }

  /** Calls that could have had an effect. */
  async writes(): Promise<Call[]> {
    return (await this.calls()).filter((c) => c.method === 'POST');
  }

  /** The payer fills in the processor's page. Returns where he is sent, or the page's status. */
  async pay(url: string, card: CardName = 'visa'): Promise<{ status: number; to: string | null }> {
    const body = new URLSearchParams({
      email: 'payer@example.org',
      name: 'Ada Example',
      number: CARDS[card].number,
      expiry: '12/40',
      cvc: '123',
    });
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return { status: answer.status, to: answer.headers.get('location') };
  }

  /** Something of the emulator's own, beside what the processor offers. */
  async emulate(path: string, body: object = {}): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.emulator.url}/_emulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }

  /** The worker learns and applies all that has happened, what settles a moment later included. */
  async news(): Promise<void> {
    const inbox = this.worker.get(EventInbox);
    for (let quiet = 0; quiet < 3;) {
      const listed = await inbox.listFromProcessor();
      const worked = await inbox.pollOnce(this.router);
      quiet = listed + worked === 0 ? quiet + 1 : 0;
      await new Promise((done) => setTimeout(done, 15));
    }
  }

  /** Both clocks go on: the law's and the processor's. */
  async pass(time: { days?: number; hours?: number; minutes?: number }): Promise<void> {
    const { days = 0, hours = 0, minutes = 0 } = time;
    const seconds = ((days * 24 + hours) * 60 + minutes) * 60;
    await this.rows('update legal_clock set offset_seconds = offset_seconds + $1', seconds);
    await this.emulate('clock', { advance_seconds: seconds });
  }

  async stateOf(table: 'bond' | 'visa_case' | 'payment', id: string): Promise<string | undefined> {
    return (await this.rows<{ state: string }>(`select state from ${table} where id = $1`, id))[0]
      ?.state;
  }

  /** What the books hold for an owner; null when they have never heard of it. */
  async heldFor(ownerId: string): Promise<bigint | null> {
    const [row] = await this.rows<{ held: string }>(
      'select held from ledger.account where owner_id = $1',
      ownerId,
    );
    return row ? BigInt(row.held) : null;
  }

  /** What is wrong with the books; nothing, always. */
  oracle(): Promise<string[]> {
    return oracleIsClean(this.db.adminUrl);
  }
}

async function processOf(
  db: TestDatabase,
  process: 'portal' | 'officer' | 'worker',
  env: Record<string, string>,
  options: WorldOptions,
): Promise<TestingModule> {
  const config = testConfig(db.url(process), { STRIPE_SECRET_KEY: `sk_test_${process}`, ...env });
  const imports = [
    PlatformModule.forRoot({ process, config }),
    ProcessorModule as Type,
    BondEscrowModule as Type,
    ...(options.imports ?? []),
  ];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

/** Applies payments; what comes of a surplus is for a higher library. */
function bondFacts(worker: TestingModule): FactRouter {
  const payments = worker.get(Payments);
  return {
    versionOf: async (tx, ref) => (ref.kind === 'payment' ? payments.versionOf(tx, ref) : null),
    apply: async (tx, fact, seenVersion) =>
      fact.kind === 'payment'
        ? (await payments.applyFact(tx, fact, seenVersion)).outcome
        : { parked: 'no_refunds_here' },
  };
}
