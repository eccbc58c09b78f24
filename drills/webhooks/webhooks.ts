// The processor's events are lost, come late, up to five times and in any order, while the worker works:
// each bond must come to the same end as when each came once, at once and in order.
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { processorAt } from '../../test/support/world/process.ts';
import type { World } from '../../test/support/world/world.ts';
import { between, chance, Failures } from '../drill.ts';
import type { Drill, DrillOptions, Outcome } from '../drill.ts';
import { finalState, type FinalState } from '../final-state.ts';
import { Stage } from '../crash/flow.ts';
import { Post } from './post.ts';
import { ACTS_MAX, stories, type Telling } from './stories.ts';

/** `stories` told in all, so many of them side by side: their events are mixed up with each other. */
const SIZES = { all: { stories: 1000, atOnce: 10 }, small: { stories: 7, atOnce: 7 } };
const NAMES = Object.keys(stories);

/** What may not differ. On the way there a step that was over before we heard of it is left out. */
const THE_SAME = [
  'case',
  'bond',
  'payments',
  'refunds',
  'disbursements',
  'accounts',
  'left',
].concat('at the processor');
/** Of each no more than there were: nothing is booked or mailed twice. */
const NO_MORE = ['books', 'mails'];

/** An hour: what is to be tried again is due. */
const AN_HOUR = `
  update pgboss.job set start_after = start_after - interval '1 hour' where state = 'retry';
  update processor_event set claimed_until = claimed_until - interval '1 hour',
    next_attempt_at = next_attempt_at - interval '1 hour' where state = 'received'`;

interface Told extends Telling {
  readonly name: string;
}

class WebhooksDrill {
  private readonly expected = new Map<string, FinalState>();
  readonly told: Record<string, number> = {};
  readonly post: Post;

  constructor(
    private readonly world: World,
    private readonly worker: WorkerByHand,
    private readonly next: () => number,
    private readonly failures: Failures,
  ) {
    this.post = new Post(world, next);
  }

  /** Each story once, undisturbed. */
  async learn(): Promise<void> {
    const since = await this.now();
    const all = await this.ready(NAMES);
    await this.post.beginsNow();
    for (let act = 0; act < ACTS_MAX; act++) {
      await this.play(all, act);
      await this.post.comesWell();
      await this.worker.workJobs();
    }
    await this.comeToRest();
    for (const { name, bond } of all) {
      this.expected.set(name, await finalState(this.world, bond, since));
    }
  }

  async tell(count: number): Promise<void> {
    const since = await this.now();
    const names = Array.from(
      { length: count },
      () => NAMES[between(this.next, 0, NAMES.length - 1)]!,
    );
    const all = await this.ready(names);
    await this.post.beginsNow();
    for (let act = 0; act < ACTS_MAX; act++) {
      await this.play(all, act);
      await this.post.comes();
      await this.worker.workJobs();
    }
    await this.post.endsLate();
    await this.comeToRest();
    for (const { name, bond } of all) {
      this.told[name] = (this.told[name] ?? 0) + 1;
      const found = await finalState(this.world, bond, since);
      this.failures.add(...wrongIn(found, this.expected.get(name)!).map((w) => `${name}: ${w}`));
    }
    this.failures.add(...(await this.world.oracle()));
  }

  private async ready(names: readonly string[]): Promise<Told[]> {
    const all: Told[] = [];
    for (const name of names) {
      const bond = await this.world.aBond().opened();
      all.push({ name, bond, world: this.world, worker: this.worker });
    }
    return all;
  }

  private async play(all: readonly Told[], act: number): Promise<void> {
    const acts = all.flatMap((told) => {
      const next = stories[told.name]![act];
      return next ? [{ told, next }] : [];
    });
    if (acts.some(({ next }) => next.needsNews)) await this.hear();
    for (const { told, next } of acts) await next.do(told);
    await this.world.later();
  }

  /** The events that were lost are found by listing. */
  private async hear(): Promise<void> {
    await this.world.news();
    await this.world.rows(AN_HOUR);
    await this.world.workInbox();
    await this.worker.workJobs();
  }

  private async comeToRest(): Promise<void> {
    for (let times = 0; times < 3; times++) {
      await this.world.later();
      await this.hear();
    }
  }

  private async now(): Promise<Date> {
    return (await this.world.one<{ now: Date }>('select clock_timestamp() as now')).now;
  }
}

type Counted = readonly (readonly unknown[])[] | null;

function wrongIn(found: FinalState, expected: FinalState): string[] {
  const text = (value: unknown) => JSON.stringify(value);
  const differs = THE_SAME.filter((what) => text(found[what]) !== text(expected[what])).map(
    (what) => `${what}: ${text(found[what])} instead of ${text(expected[what])}`,
  );
  const counts = (value: unknown) =>
    new Map(((value ?? []) as NonNullable<Counted>).map((r) => [text(r.slice(0, -1)), r.at(-1)]));
  const more = NO_MORE.flatMap((what) => {
    const most = counts(expected[what]);
    return [...counts(found[what])]
      .filter(([line, n]) => Number(n) > Number(most.get(line) ?? 0))
      .map(([line, n]) => `${what}: ${line} ${String(n)} times`);
  });
  return [...differs, ...more];
}

async function run({ seed, say, size }: DrillOptions): Promise<Outcome> {
  const { stories: count, atOnce } = SIZES[size];
  const stage = await Stage.open();
  const { world } = stage;
  const failures = new Failures(say);
  const env = processorAt(world.emulator.url);
  const worker = await WorkerByHand.start(world.db.url('worker'), env);
  const drill = new WebhooksDrill(world, worker, chance(seed), failures);
  try {
    await drill.learn();
    for (let told = 0; told < count; told += atOnce) {
      if (told > 0 && told % 100 === 0) say(`  ${told} of ${count} told`);
      await stage.keepSignedIn();
      await drill.tell(Math.min(atOnce, count - told));
    }
  } finally {
    await worker.close();
    failures.add(...(await world.stop()));
  }
  return { points: drill.post.points, failures: failures.all, figures: { stories: drill.told } };
}

export const webhooks: Drill = { run };
