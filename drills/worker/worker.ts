// Workers are killed, hang and wake, and get a job twice, while their jobs run: another one takes what
// they had within half a minute, and everything has happened once.
import { Jobs } from '#platform';
import { EventInbox } from '#processor';
import pg from 'pg';
import { Stage } from '../crash/flow.ts';
import {
  between,
  chance,
  Failures,
  type Drill,
  type DrillOptions,
  type Outcome,
} from '../drill.ts';
import { Cases, until, type Job } from './cases.ts';
import { Shift, type Hand } from './shift.ts';

/** What ends with a call that changes something at the processor, made by a job. */
const CALLING = ['departure', 'refused entry', 'evidence', 'withdrawal'].concat(
  'withdrawal before paying',
  'suspense returned',
);
/** What makes a refund, in the transaction of a job. */
const REFUNDING = ['departure', 'refused entry', 'evidence', 'withdrawal', 'death'];

/** What is heard of by news. */
const TOLD = ['pay'];

const KINDS = ['killed', 'hung', 'doubled', 'in a transaction', 'over an event'] as const;
type Kind = (typeof KINDS)[number];
const POOLS: Partial<Record<Kind, readonly string[]>> = {
  'in a transaction': REFUNDING,
  'over an event': TOLD,
};
const SIZES = { all: { rounds: 10, cases: 3 }, small: { rounds: 1, cases: 2 } };
const REDELIVERED_WITHIN_SECONDS = 30;

class WorkerDrill {
  readonly seconds: number[] = [];
  points = 0;

  constructor(
    private readonly cases: Cases,
    private readonly shift: Shift,
    private readonly next: () => number,
    private readonly failures: Failures,
  ) {}

  private get world() {
    return this.cases.stage.world;
  }

  async round(kind: Kind, count: number): Promise<void> {
    const made = await this.lostIn(kind, count);
    await this.cases.settle();
    this.failures.add(...(await this.cases.look(made, kind)));
  }

  private lostIn(kind: Kind, count: number) {
    if (kind === 'in a transaction') return this.dieInside(count);
    return kind === 'over an event' ? this.dieOverAnEvent(count) : this.onRoads(kind, count);
  }

  /** Their calls stand on the way to the processor, or the answers on the way back. */
  private async onRoads(kind: Kind, count: number) {
    const { shift, cases } = this;
    for (const { road } of shift.hands) road.stop = this.next() < 0.5 ? 'before' : 'after';
    const made = await cases.begin(count);
    const underWay = async () => {
      const calls = shift.hands.reduce((sum, { road }) => sum + road.held, 0);
      return calls === count && cases.active();
    };
    const jobs = await until('all calls under way', underWay, () => cases.left());
    const hands = shift.atIt;
    for (const hand of shift.hands) if (!hand.isAtIt) hand.road.clear();
    this.points += jobs.length;
    if (kind === 'doubled') await this.double(jobs, hands);
    else await this.lose(kind, jobs, hands);
    return made;
  }

  private async lose(kind: Kind, jobs: readonly Job[], hands: readonly Hand[]): Promise<void> {
    const lostAt = await this.cases.now();
    if (kind === 'hung') for (const hand of hands) hand.hangs();
    else await this.bury(hands);
    await this.takenOver(kind, jobs, lostAt);
    // They go on where they were, and what they have to say is no longer asked for.
    if (kind === 'hung') for (const hand of hands) hand.wakes();
  }

  /** They die, and as many others come. */
  private async bury(hands: readonly Hand[]): Promise<void> {
    this.shift.without(hands);
    await Promise.all(hands.map((hand) => hand.dies()));
    await this.shift.comes(hands.length);
  }

  /** Each of the jobs is done by another, who began soon enough. */
  private async takenOver(kind: Kind, jobs: readonly Job[], lostAt: Date): Promise<void> {
    const ids = jobs.map(({ id }) => id);
    const taken = await until(`${kind}: done by others`, async () => {
      const rows = await this.world.rows<{ name: string; after: number }>(
        `select name, extract(epoch from started_on - $2)::float8 as after from pgboss.job
         where id = any($1) and state = 'completed' and started_on > $2`,
        ...[ids, lostAt],
      );
      return rows.length === ids.length && rows;
    });
    for (const { name, after } of taken) this.redelivered(`${name}, ${kind}`, after);
  }

  private redelivered(what: string, seconds: number): void {
    this.seconds.push(Math.round(seconds * 10) / 10);
    if (seconds <= REDELIVERED_WITHIN_SECONDS) return;
    this.failures.add(`${what}: redelivered after ${seconds.toFixed(1)} s`);
  }

  /** Others get the same jobs at the same time, and are done before those who had them first. */
  private async double(jobs: readonly Job[], hands: readonly Hand[]): Promise<void> {
    for (const { road } of this.shift.hands) road.stop = null;
    const queue = this.world.worker.get(Jobs);
    const doubledAt = await this.cases.now();
    await this.world.byRule(async (tx) => {
      for (const { name, data, id } of jobs) {
        await queue.enqueue(tx, name, data, { singletonKey: id });
      }
    });
    await until('doubled: done by others', async () => {
      const done = await this.world.rows(
        `select 1 from pgboss.job where name = any($1) and created_on >= $2 and state = 'completed'`,
        ...[jobs.map(({ name }) => name), doubledAt],
      );
      return done.length >= jobs.length;
    });
    for (const hand of hands) hand.road.clear();
  }

  /** Payers have paid, and everybody dies while they ask the processor what became of it. */
  private async dieOverAnEvent(count: number) {
    const { shift, cases } = this;
    for (const { road } of shift.hands) [road.stop, road.stopsAsking] = ['before', true];
    const made = await cases.begin(count);
    await this.world.worker.get(EventInbox).listFromProcessor();
    const taken = await until('news in hand', async () => {
      const rows = await this.world.rows<{ id: string; claimed: boolean }>(
        `select id, claimed_until is not null as claimed from processor_event
         where state = 'received'`,
      );
      const isAll = shift.atIt.length > 0 && rows.every(({ claimed }) => claimed);
      return isAll && rows.map(({ id }) => id);
    });
    this.points += taken.length;
    const lostAt = await cases.now();
    await this.bury(shift.hands);
    const { after } = await until('news worked by others', async () => {
      const [found] = await this.world.rows<{ done: number; after: number }>(
        `select count(*)::int as done, extract(epoch from max(processed_at) - $2)::float8 as after
         from processor_event where id = any($1) and state = 'applied'`,
        ...[taken, lostAt],
      );
      return found!.done === taken.length && found!;
    });
    this.redelivered('news', after);
    return made;
  }

  /** Everybody dies, each with a transaction open that waits for a table. */
  private async dieInside(count: number) {
    const { shift, cases } = this;
    shift.clear();
    const other = new pg.Client(this.world.db.adminUrl);
    await other.connect();
    try {
      await other.query('begin; lock table refund in share mode');
      const made = await cases.begin(count);
      // For the table, or for another one that waits for it.
      await until('all transactions waiting', async () => {
        const waiting = await this.world.rows(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length >= count;
      });
      const jobs = await cases.active();
      this.points += jobs.length;
      const lostAt = await cases.now();
      const buried = this.bury(shift.hands);
      await other.query('rollback');
      await buried;
      await this.takenOver('in a transaction', jobs, lostAt);
      return made;
    } finally {
      await other.end();
    }
  }
}

async function run({ seed, size, say }: DrillOptions): Promise<Outcome> {
  const { rounds, cases: count } = SIZES[size];
  const next = chance(seed);
  const first = between(next, 0, KINDS.length - 1);
  const kinds = Array.from({ length: rounds }, (_, n) => KINDS[(first + n) % KINDS.length]!);
  const names = kinds.flatMap((kind) => {
    const pool = POOLS[kind] ?? CALLING;
    return Array.from({ length: count }, () => pool[between(next, 0, pool.length - 1)]!);
  });
  const stage = await Stage.open();
  const shift = new Shift(stage.world);
  const failures = new Failures(say);
  try {
    const cases = await Cases.of(stage, names);
    await shift.comes(count + 1);
    await cases.leaveAlone();
    const drill = new WorkerDrill(cases, shift, next, failures);
    for (const kind of kinds) {
      const before = drill.seconds.length;
      await drill.round(kind, count);
      const seconds = drill.seconds.slice(before).join(', ');
      say(`  ${kind}: ${count} jobs${seconds && `, redelivered after ${seconds} s`}`);
    }
    const figures = { redeliveredAfterSeconds: drill.seconds };
    return { points: drill.points, failures: failures.all, figures };
  } finally {
    failures.add(...(await stage.world.stop()));
  }
}

export const worker: Drill = { run };
