// The sweep of bonds that were not posted in time, one in a hundred of very many. Beside it one statement
// that makes the same writes for as many bonds of the same tables, with the worker's login.
import { BondSweep } from '#bond-escrow';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { compare, judge, round, type BenchResult, type Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { Bonds } from '../setup/bonds.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { processorInMemory } from '../setup/processor-in-memory.ts';
import { reference } from '../setup/reference.ts';
import { startWorker } from '../setup/worker.ts';

const SECONDS_RATIO = 3;
const GROWTH_MIB = 100;
const DUE_SHARE = 0.01;
const LOOK_MS = 50;

const DUE = Math.round(plan.bonds * DUE_SHARE);

/** Their sessions ended a while ago, as the processor told, and so did the time to post. */
const BECOME_DUE = `
  with due as (
    select b.id from bond b where b.state = 'payment_started' and b.post_by > now() limit $1),
  ended as (
    update payment p set state = 'expired', state_since = now(), version = p.version + 1
    from due where p.bond_id = due.id returning p.id),
  told as (
    insert into payment_history (owner_id, seq, event, from_state, to_state, actor_kind, happened_at)
    select id, 2, 'expired', 'awaiting_payer', 'expired', 'processor', now() from ended),
  past as (
    update bond b set post_by = now() - interval '1 hour', directed_at = now() - interval '31 days'
    from due where b.id = due.id returning b.id)
  select count(*)::int as n from past`;

class DueBonds {
  private readonly db: BenchDatabase;

  constructor(db: BenchDatabase) {
    this.db = db;
  }

  async make(): Promise<void> {
    const { admin } = this.db;
    await admin.query('set session_replication_role = replica');
    const { rows } = await admin.query<{ n: number }>(BECOME_DUE, [DUE]);
    await admin.query('set session_replication_role = origin');
    if (rows[0]!.n !== DUE) throw new Error(`${rows[0]!.n} bonds became due instead of ${DUE}`);
    await admin.query('analyze bond, payment');
  }

  /** None is left, and each was told. */
  async mustHaveLapsed(): Promise<void> {
    const { rows } = await this.db.admin.query<{ n: number }>(
      `select count(*)::int as n from bond b where b.post_by < now() and (b.state <> 'lapsed'
         or not exists (select from bond_history h where h.owner_id = b.id and h.event = 'lapsed'))`,
    );
    if (rows[0]!.n) throw new Error(`${rows[0]!.n} bonds did not lapse`);
  }

  async timed(work: () => Promise<unknown>) {
    await this.make();
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    await this.mustHaveLapsed();
    return { units: DUE, seconds };
  }
}

class Ours implements Side {
  growthMib = 0;
  private readonly due: DueBonds;
  private readonly sweep: () => Promise<unknown>;

  constructor(due: DueBonds, sweep: () => Promise<unknown>) {
    this.due = due;
    this.sweep = sweep;
  }

  round() {
    return this.due.timed(async () => {
      const before = process.memoryUsage().rss;
      let isOver = false;
      const watching = this.watch(before, () => isOver);
      await this.sweep();
      isOver = true;
      await watching;
    });
  }

  private async watch(before: number, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const grown = (process.memoryUsage().rss - before) / 2 ** 20;
      this.growthMib = Math.max(this.growthMib, round(grown, 0));
      await pause(LOOK_MS);
    }
  }
}

class OneStatement implements Side {
  private readonly due: DueBonds;
  private readonly client: pg.Client;
  private readonly step = reference('sweep.step.sql');

  private constructor(due: DueBonds, client: pg.Client) {
    this.due = due;
    this.client = client;
  }

  static async open(due: DueBonds, db: BenchDatabase): Promise<OneStatement> {
    const client = new pg.Client({ connectionString: db.urlFor('worker') });
    await client.connect();
    return new OneStatement(due, client);
  }

  round() {
    return this.due.timed(async () => {
      await this.client.query('begin');
      await this.client.query(
        `select set_config('app.scope', 'system', true), set_config('app.actor', '', true)`,
      );
      await this.client.query(this.step);
      await this.client.query('commit');
    });
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

async function fill(db: BenchDatabase, say: (line: string) => void): Promise<void> {
  const bonds = await Bonds.start(db);
  // Due in each round of each side, the first included, and not due in the last.
  const total = plan.bonds + DUE * 2 * plan.rounds;
  const began = performance.now();
  await bonds.makeUnasked(total);
  say(`  ${total} bonds; ${round((performance.now() - began) / 1000, 0)} s to make them`);
}

export const sweep = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    await fill(db, say);
    const worker = await startWorker(db, processorInMemory);
    const due = new DueBonds(db);
    const other = await OneStatement.open(due, db);
    try {
      const { lapses } = worker.get(BondSweep, { strict: false }).sweepParts();
      const ours = new Ours(due, lapses!);
      const figures = await compare(ours, other, plan.rounds, say);
      await mustBeClean(db);
      const ratio = round(1 / figures.ratio, 2);
      return {
        ...{ name: 'sweep', ok: true, ...figures },
        ...{ ours: round(DUE / figures.ours), reference: round(DUE / figures.reference), ratio },
        ...{ referenceKind: 'pg', bonds: plan.bonds, due: DUE, growthMiB: ours.growthMib },
        goal: `seconds ratio <= ${SECONDS_RATIO}; memory growth <= ${GROWTH_MIB} MiB`,
        ...judge(figures, ratio <= SECONDS_RATIO && ours.growthMib <= GROWTH_MIB, db),
      };
    } finally {
      await other.close();
      await worker.close();
    }
  });
