// Bonds whose refund is approved and held back, with payments that the Stripe emulator knows; and the
// worker that sends them, as a process of its own. All are made before it starts: it would take the news
// that the making works, and ask the emulator for sessions that it does not know.
import { Notifications } from '#notification';
import { Database, Jobs, systemCtx, type Tx } from '#platform';
import { EventInbox } from '#processor';
import { EndedCases } from '#refund';
import type { TestingModule } from '@nestjs/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { factRouterOf } from '../../apps/worker/src/facts.ts';
import { startChild, type Child } from '../../tools/child.ts';
import { appOptions, emulatorOptions, type World } from '../../tools/processes.ts';
import { BOND_MINOR, Bonds } from './bonds.ts';
import type { BenchDatabase } from './database.ts';
import { MailSink } from './mail-sink.ts';
import { processorKnowing } from './processor-in-memory.ts';
import { startWorker } from './worker.ts';
import { benchWorld } from './world.ts';

const MAKERS = 8;
// A look takes the database milliseconds, which are the worker's.
const LOOK_MS = 100;

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

/** What was decided before is counted against no ceiling any more (R33). */
const HOURS_LATER = 'update legal_clock set offset_seconds = offset_seconds + 7200';
/** Held for as long as a rule can hold them, which none of these rounds lives to see. */
const ONLY_HELD = `
  set session_replication_role = replica;
  update programme_version set rules = rules
    || '{"refundHoldMinutes": 1440, "refundsPerHour": 1000, "refundsPerHourByClient": 1000}';
  set session_replication_role = origin`;
const HOLD = `update disbursement set leaves_at = now() + interval '10 years' where state = 'approved'`;
const LET_GO = `
  update disbursement set leaves_at = null where id in
    (select id from disbursement where state = 'approved' and leaves_at is not null order by id limit $1)`;
/** The making's own mails are no part of what is measured. */
const NO_MAILS = `delete from pgboss.job where name = 'mail.send'`;
const MADE_AT_ONCE = 1000;
const ADDRESS = 'payer@bench.example';

export interface Call {
  readonly at: string;
  readonly method: string;
  readonly path: string;
}

export class Refunds {
  private readonly db: BenchDatabase;
  private readonly world: World;
  private readonly emulator: Child;
  private readonly mails: MailSink;
  private readonly bonds: Bonds;
  /** The worker's libraries, in this process. */
  private readonly app: TestingModule;
  /** Payments of the processor, by ours. */
  private readonly known: Map<string, string>;

  private constructor(o: {
    db: BenchDatabase;
    world: World;
    emulator: Child;
    mails: MailSink;
    bonds: Bonds;
    app: TestingModule;
    known: Map<string, string>;
  }) {
    ({
      db: this.db,
      world: this.world,
      emulator: this.emulator,
      mails: this.mails,
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
    await db.admin.query(ONLY_HELD);
    const mails = await MailSink.on(world.ports.smtp);
    const app = await startWorker(db, processorKnowing(known));
    return new Refunds({ db, world, emulator, mails, app, known, bonds: await Bonds.start(db) });
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

  /** Approved refunds that nothing lets go but `letGo`. No worker may run. */
  async make(count: number): Promise<void> {
    for (let left = count; left > 0; left -= MADE_AT_ONCE) {
      await this.makeSome(Math.min(left, MADE_AT_ONCE));
    }
    const { rows } = await this.db.admin.query<{ n: number }>(
      `select count(*)::int as n from disbursement where state = 'approved'`,
    );
    if (rows[0]!.n !== count) throw new Error(`${rows[0]!.n} refunds instead of ${count}`);
    await this.db.admin.query(NO_MAILS);
    await this.db.admin.query('vacuum analyze');
  }

  private async makeSome(count: number): Promise<void> {
    await this.db.admin.query(HOURS_LATER);
    const [payments, paid] = [await this.bonds.make(count), await this.paid(count)];
    payments.forEach((payment, n) => this.known.set(payment, paid[n]!));
    await this.sealAddresses();
    await this.bonds.storeEvents(payments);
    const inbox = this.app.get(EventInbox);
    while ((await inbox.pollOnce(factRouterOf(this.app))) > 0);
    const { rows } = await this.db.admin.query<{ id: string }>(REFUSE_ALL);
    await inLanes(rows.length, (n) => this.app.get(EndedCases).cancelBond(rows[n]!.id));
    await this.db.admin.query(HOLD);
  }

  /** Payers that can be written to. */
  private async sealAddresses(): Promise<void> {
    const { rows } = await this.db.admin.query<{ id: string; subject: string }>(
      `select id, subject_id as subject from contact_point where address_sealed = 'sealed'`,
    );
    const notifications = this.app.get(Notifications, { strict: false });
    const sealed = await this.app
      .get(Database)
      .write(systemCtx('bench'), (tx) =>
        Promise.all(rows.map((r) => notifications.sealed(tx, r.id, r.subject, ADDRESS))),
      );
    await this.db.admin.query(
      `update contact_point set address_sealed = given.sealed
       from unnest($1::uuid[], $2::bytea[]) given (id, sealed) where contact_point.id = given.id`,
      [rows.map((r) => r.id), sealed],
    );
  }

  /** Lets so many leave; resolves when all of them have been handed to the processor. */
  async letGo(count: number): Promise<void> {
    await this.db.admin.query(LET_GO, [count]);
    const put = { singletonKey: 'refunds.resume' };
    const resume = (tx: Tx) => this.app.get(Jobs).enqueue(tx, 'refunds.resume', {}, put);
    await this.app.get(Database).write(systemCtx('bench'), resume);
    await this.untilNone(`select from disbursement
      where state = 'sending' or state = 'approved' and leaves_at is null`);
  }

  /** Until the worker has sent all mails, which it would go on with while something else is measured. */
  mailsSent(): Promise<void> {
    return this.untilNone(
      `select from pgboss.job where name = 'mail.send' and state < 'completed'`,
    );
  }

  /** How many refunds were ever made: by the rows, for the emulator's journal forgets. */
  async succeeded(): Promise<number> {
    const { rows } = await this.db.admin.query<{ n: number }>(
      `select count(*)::int as n from disbursement where state = 'succeeded'`,
    );
    return rows[0]!.n;
  }

  /** Refunds that were asked for since then, by the emulator's journal: it keeps thousands of calls. */
  async callsSince(moment: Date): Promise<Call[]> {
    const answer = await fetch(`${this.emulator.url}/_emulator/journal`);
    const { calls } = (await answer.json()) as { calls: Call[] };
    const asked = calls.filter((c) => c.method === 'POST' && c.path === '/v1/refunds');
    return asked.filter((c) => Date.parse(c.at) >= moment.getTime());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.emulator.stop();
    await this.mails.stop();
  }

  private async untilNone(rows: string): Promise<void> {
    while ((await this.db.admin.query(`${rows} limit 1`)).rowCount) await pause(LOOK_MS);
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
