// The processes with their own logins, their rows, and the law's clock.
import { Database, systemCtx, type Ctx, type Tx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import type { Emulator } from '../../../apps/stripe-emulator/src/emulator.ts';
import { oracleIsClean, type TestDatabase } from '../database.ts';
import type { Somebody } from '../signed-in.ts';
import { processorAt, startProcess, type Env, type ProcessName } from './process.ts';

/** What a world is made of before a test says anything to it. */
export interface Ground {
  readonly db: TestDatabase;
  readonly emulator: Emulator;
  /** So long the processor lets each thing wait that it does by itself. */
  readonly delayMs: number;
  readonly processes: ReadonlyMap<ProcessName, TestingModule>;
  /** Settings of every process. */
  readonly env: Env;
  /** Ids of consulates by city, those of the Malian programme before others. */
  readonly consulates: Readonly<Record<string, string>>;
  /** The officer on duty at the consulate in Washington. */
  readonly staff: Somebody;
}

export abstract class Core {
  /** What a test started beside the processes, closed before them. */
  protected readonly closing: (() => Promise<unknown>)[] = [];

  constructor(protected readonly ground: Ground) {}

  get db(): TestDatabase {
    return this.ground.db;
  }
  get emulator(): Emulator {
    return this.ground.emulator;
  }
  get consulates() {
    return this.ground.consulates;
  }
  get staff(): Somebody {
    return this.ground.staff;
  }
  /** West of the ports: there it is never tomorrow yet, so a visa issued now is valid at a port now. */
  get consulateId(): string {
    return this.consulates['Washington']!;
  }
  get portal(): TestingModule {
    return this.process('portal');
  }
  get officer(): TestingModule {
    return this.process('officer');
  }
  get api(): TestingModule {
    return this.process('api');
  }
  get worker(): TestingModule {
    return this.process('worker');
  }

  has(name: ProcessName): boolean {
    return this.ground.processes.has(name);
  }

  process(name: ProcessName): TestingModule {
    const found = this.ground.processes.get(name);
    if (!found) throw new Error(`${name} was not started in this world`);
    return found;
  }

  /** One more process on the same database, with settings of its own; close it yourself. */
  another(process: ProcessName, env: Env = {}): Promise<TestingModule> {
    const all = { ...processorAt(this.emulator.url), ...this.ground.env, ...env };
    return startProcess(process, this.db.url(process), all);
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    const complaints = await oracleIsClean(this.db.adminUrl);
    for (const close of this.closing) await close();
    await Promise.all([...this.ground.processes.values()].map((app) => app.close()));
    await this.emulator.close();
    await this.db.drop();
    return complaints;
  }

  /** What is wrong with the books; nothing, always. */
  oracle(): Promise<string[]> {
    return oracleIsClean(this.db.adminUrl);
  }

  /** Rows as the administrator sees them. */
  async rows<R extends object = Record<string, unknown>>(
    sql: string,
    ...params: unknown[]
  ): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  async one<R extends object = Record<string, unknown>>(
    sql: string,
    ...params: unknown[]
  ): Promise<R> {
    const [row] = await this.rows<R>(sql, ...params);
    if (!row) throw new Error(`no row: ${sql}`);
    return row;
  }

  async stateOf(table: 'bond' | 'visa_case' | 'payment', id: string): Promise<string | undefined> {
    return (await this.rows<{ state: string }>(`select state from ${table} where id = $1`, id))[0]
      ?.state;
  }

  /** Mails about a case that a job will send or has sent, oldest first, of templates that match. */
  async mailsOf(reference: string, templates = '.'): Promise<string[]> {
    const mails = await this.rows<{ template: string }>(
      `select template from mail m where params->>'reference' = $1 and template ~ $2
         and exists (select from pgboss.job j where j.data->>'mailId' = m.id::text)
       order by id`,
      reference,
      templates,
    );
    return mails.map((m) => m.template);
  }

  /** What the newest mail carries that asks somebody to pay the bond of this case. */
  async payerSecret(reference: string): Promise<string> {
    const { secret } = await this.one<{ secret: string }>(
      `select params->>'secret' as secret from mail
       where template = 'payer_asked' and params->>'reference' = $1 order by id desc limit 1`,
      reference,
    );
    return secret;
  }

  /** One piece of work by one process in somebody's name. */
  as<T>(process: TestingModule, ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
    return process.get(Database).write(ctx, work);
  }

  /** In the worker's own name. */
  byRule<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.as(this.worker, systemCtx('test'), work);
  }

  /** The law's clock goes on, or back; the processor's stays. */
  async daysLater(days: number): Promise<void> {
    await this.lawLater(days * 86_400);
  }

  protected async lawLater(seconds: number): Promise<void> {
    await this.rows('update legal_clock set offset_seconds = offset_seconds + $1', seconds);
  }

  async legalNow(): Promise<string> {
    return (await this.one<{ now: Date }>('select app.legal_now() as now')).now.toISOString();
  }
}
