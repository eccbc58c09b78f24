// A run of refunds: approved disbursements that are let go at once, until the worker's process has handed
// all of them to the Stripe emulator. Beside it a bare loop with the same calls and minimal SQL. Then the same at
// the pace that a processor allows: how much of it is used, and whether it is ever gone over.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Stripe } from 'stripe';
import { newId } from '#platform';
import { compare, judge, median, round, type BenchResult, type Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { BOND_MINOR } from '../setup/bonds.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { Refunds, type Call } from '../setup/refunds.ts';
import { rssOf } from '../setup/world.ts';

const RATIO = 0.5;
const RATE_SHARE = 0.95;
/** What Stripe takes of one kind of call. */
const ALLOWED = 25;
/** So many that the pace is no limit. */
const UNLIMITED = 1000;
const AT_THE_PACE = ALLOWED * plan.seconds * 4;
/** Calls at once: more make it no faster, and sixty-four were measured to make it as fast. */
const LANES = 12;

class Ours implements Side {
  private readonly refunds: Refunds;

  constructor(refunds: Refunds) {
    this.refunds = refunds;
  }

  /** They were decided before: that is no part of the time. */
  async round() {
    const before = await this.refunds.succeeded();
    const began = performance.now();
    await this.refunds.letGo(plan.refunds);
    const seconds = (performance.now() - began) / 1000;
    const units = (await this.refunds.succeeded()) - before;
    await this.refunds.mailsSent();
    return { units, seconds };
  }
}

/** Two statements and one call each. */
class BareLoop implements Side {
  /** Rates of a loop in the plain sense of the word. */
  readonly oneByOne: number[] = [];
  private readonly refunds: Refunds;
  private readonly pool: pg.Pool;
  private readonly stripe: Stripe;

  private constructor(refunds: Refunds, pool: pg.Pool) {
    this.refunds = refunds;
    this.pool = pool;
    const { hostname: host, port } = new URL(refunds.emulatorUrl);
    this.stripe = new Stripe('sk_test_bench', { host, port, protocol: 'http' });
  }

  static async open(refunds: Refunds, db: BenchDatabase): Promise<BareLoop> {
    const pool = new pg.Pool({ connectionString: db.adminUrl, max: LANES });
    await pool.query(`create schema bench_refunds;
      create table bench_refunds.refund (id uuid primary key, payment text not null,
        amount bigint not null, state text not null default 'approved', processor_refund text)`);
    return new BareLoop(refunds, pool);
  }

  /** Many calls at once, and then a quarter of them one after the other. */
  async round() {
    const together = await this.run(plan.refunds, LANES);
    const { units, seconds } = await this.run(Math.ceil(plan.refunds / 4), 1);
    this.oneByOne.push(units / seconds);
    return together;
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async run(count: number, lanes: number) {
    const paid = await this.refunds.paid(count);
    const ids = paid.map(() => newId());
    await this.pool.query(
      `insert into bench_refunds.refund (id, payment, amount)
       select *, ${BOND_MINOR} from unnest($1::uuid[], $2::text[])`,
      [ids, paid],
    );
    const began = performance.now();
    let next = 0;
    const lane = async () => {
      for (let n = next++; n < ids.length; n = next++) await this.send(ids[n]!, paid[n]!);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { units: ids.length, seconds: (performance.now() - began) / 1000 };
  }

  private async send(id: string, payment: string): Promise<void> {
    const change = (to: string, refund: string | null) =>
      this.pool.query(
        'update bench_refunds.refund set state = $2, processor_refund = $3 where id = $1',
        [id, to, refund],
      );
    await change('sending', null);
    const made = await this.stripe.refunds.create(
      { payment_intent: payment, amount: Number(BOND_MINOR), metadata: { refund: id } },
      { idempotencyKey: id },
    );
    await change('sent', made.id);
  }
}

/** The most that began within any one second. */
function mostInASecond(times: readonly number[]): number {
  let [first, most] = [0, 0];
  times.forEach((at, last) => {
    while (at - times[first]! >= 1000) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

const momentsOf = (calls: readonly Call[]): number[] =>
  calls.map((c) => Date.parse(c.at)).sort((a, b) => a - b);

async function atThePace(refunds: Refunds) {
  const worker = await refunds.worker(ALLOWED);
  try {
    const began = new Date();
    await refunds.letGo(AT_THE_PACE);
    await pause(500);
    const times = momentsOf(await refunds.callsSince(began));
    const seconds = (times.at(-1)! - times[0]!) / 1000;
    const rateShare = round((times.length - 1) / seconds / ALLOWED, 3);
    return { rateShare, mostPerSecond: mostInASecond(times) };
  } finally {
    await worker.stop();
  }
}

export const refunds = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const made = await Refunds.start(db);
    const loop = await BareLoop.open(made, db);
    try {
      // A round of each is not counted.
      await made.make(plan.refunds * (plan.rounds + 1) + AT_THE_PACE);
      const worker = await made.worker(UNLIMITED);
      const figures = await compare(new Ours(made), loop, plan.rounds, say);
      const rssMiB = rssOf(worker.pid);
      const peer = round(median(loop.oneByOne), 0);
      say(`  one after the other: ${peer}/s`);
      await worker.stop();
      const { rateShare, mostPerSecond } = await atThePace(made);
      say(`  at ${ALLOWED}/s: ${rateShare} of it, ${mostPerSecond} in one second at most`);
      await mustBeClean(db);
      const isKept = rateShare >= RATE_SHARE && mostPerSecond <= ALLOWED;
      return {
        ...{ name: 'refunds', ok: true, ...figures, referenceKind: 'pg', rssMiB },
        ...{ rateShare, perSecond: mostPerSecond, peer, peerRatio: round(figures.ours / peer, 3) },
        goal: `ratio >= ${RATIO}; rateShare >= ${RATE_SHARE} of ${ALLOWED}/s, and never above it`,
        ...judge(figures, figures.ratio >= RATIO && isKept, db),
      };
    } finally {
      await loop.close();
      await made.stop();
    }
  });
