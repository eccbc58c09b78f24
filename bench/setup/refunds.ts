// Bonds whose refund is approved and waits behind the treasury's pause, with payments that the Stripe
// emulator knows; and the worker that sends them, as a process of its own.
import { EventInbox } from '#processor';
import { EndedCases, RunResuming } from '#refund';
import type { TestingModule } from '@nestjs/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { factRouterOf } from '../../apps/worker/src/facts.ts';
import { startChild, type Child } from '../../tools/child.ts';
import { appOptions, emulatorOptions, type World } from '../../tools/processes.ts';
import { BOND_MINOR, Bonds } from './bonds.ts';
import type { BenchDatabase } from './database.ts';
import { processorKnowing } from './processor-in-memory.ts';
import { startWorker } from './worker.ts';
import { benchWorld } from './world.ts';

const MAKERS = 8;
const LOOK_MS = 20;

// What an officer's refusal after posting leaves behind.
const REFUSE_ALL = `
  with ended as (
    update visa_case set state = 'refused_after_posting', state_since = now(), version = version + 1
    where state = 'bond_posted' returning id
  )
  insert into visa_case_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
  select id, 1 + (select max(seq) from visa_case_history where owner_id = ended.id),
    'refused_after_posting', 'bond_posted', 'refused_after_posting', 'system', now()
  from ended returning owner_id as id`;

const PAUSE = `
  update refund_run set paused_at = now(), pause_reason = 'books_disagree',
    paused_by = (select id from account where kind = 'staff' limit 1)`;
/** What was decided before is counted against no ceiling any more (R33). */
const HOURS_LATER = 'update legal_clock set offset_seconds = offset_seconds + 7200';
const GO_ON = `update refund_run set paused_at = null, pause_reason = null, paused_by = null`;
const NO_BRAKE = `
  set session_replication_role = replica;
  update programme_version set rules = rules
    || '{"refundHoldMinutes": 0, "refundsPerHour": 1000, "refundsPerHourByClient": 1000}';
  set session_replication_role = origin`;

export interface Call {
  readonly at: string;
  readonly method: string;
  readonly path: string;
}

export class Refunds {
  private readonly db: BenchDatabase;
  private readonly world: World;
  private readonly emulator: Child;
  private readonly bonds: Bonds;
  /** The worker's libraries, in this process. */
  private readonly app: TestingModule;
  /** Payments of the processor, by ours. */
  private readonly known: Map<string, string>;

  private constructor(o: {
    db: BenchDatabase;
    world: World;
    emulator: Child;
    bonds: Bonds;
    app: TestingModule;
    known: Map<string, string>;
  }) {
    ({
      db: this.db,
      world: this.world,
      emulator: this.emulator,
      bonds: this.bonds,
      app: this.app,
      known: this.known,
    } = o);
  }

  static async start(db: BenchDatabase): Promise<Refunds> {
    const world = await benchWorld(db);
    const options = emulatorOptions(world);
    // Nobody is told: what is measured is the sending.
    const emulator = await startChild({
      ...options,
      env: {
        ...options.env,
        EMULATOR_WEBHOOK_URL: '',
        EMULATOR_WEBHOOK_SECRET: '',
        EMULATOR_DATA: '',
      },
    });
    const known = new Map<string, string>();
    await db.admin.query(NO_BRAKE);
    const app = await startWorker(db, processorKnowing(known));
    return new Refunds({ db, world, emulator, app, known, bonds: await Bonds.start(db) });
  }

  get emulatorUrl(): string {
    return this.emulator.url;
  }

  /** A worker that lets so many leave in a second. */
  worker(perSecond: number): Promise<Child> {
    const options = appOptions(this.world, 'worker');
    return startChild({
      ...options,
      env: { ...options.env, REFUNDS_PER_SECOND: String(perSecond) },
    });
  }

  /** Payments of the emulator, paid. */
  paid(count: number): Promise<string[]> {
    return inLanes(count, async () => {
      const answer = await fetch(`${this.emulator.url}/_emulator/payment_intents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ amount: Number(BOND_MINOR), currency: 'usd' }),
      });
      return ((await answer.json()) as { id: string }).id;
    });
  }

  /** Approved refunds that wait for the pause to end. */
  async make(count: number): Promise<void> {
    await this.db.admin.query(HOURS_LATER);
    await this.db.admin.query(PAUSE);
    const [payments, paid] = [await this.bonds.make(count), await this.paid(count)];
    payments.forEach((payment, n) => this.known.set(payment, paid[n]!));
    await this.bonds.storeEvents(payments);
    const inbox = this.app.get(EventInbox);
    while ((await inbox.pollOnce(factRouterOf(this.app))) > 0);
    const { rows } = await this.db.admin.query<{ id: string }>(REFUSE_ALL);
    await inLanes(rows.length, (n) => this.app.get(EndedCases).cancelBond(rows[n]!.id));
    // Their jobs find the pause and end.
    await this.until(`select count(*)::int as n from pgboss.job
      where name = 'disbursement.send' and state <= 'active'`);
    await this.db.admin.query('analyze');
  }

  /** Ends the pause; resolves when all have been handed to the processor. */
  async letGo(): Promise<void> {
    await this.db.admin.query(GO_ON);
    await this.app.get(RunResuming).resume();
    await this.until(`select count(*)::int as n from disbursement
      where state in ('approved', 'sending')`);
  }

  /** Refunds that were asked for since the last time, by the emulator's journal. */
  async calls(): Promise<Call[]> {
    const answer = await fetch(`${this.emulator.url}/_emulator/journal`);
    const { calls } = (await answer.json()) as { calls: Call[] };
    return calls.filter((c) => c.method === 'POST' && c.path === '/v1/refunds');
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.emulator.stop();
  }

  private async until(counting: string): Promise<void> {
    for (;;) {
      const { rows } = await this.db.admin.query<{ n: number }>(counting);
      if (rows[0]!.n === 0) return;
      await pause(LOOK_MS);
    }
  }
}

/** `count` pieces of work, a few at a time, with their results in order. */
async function inLanes<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results = new Array<T>(count);
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: MAKERS }, lane));
  return results;
}
