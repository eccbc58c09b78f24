// Kills a worker before and after each commit and each call of the processor, for every flow; another
// one goes on, all news come again, and it must have come to the same end as if nobody had died.
import { EventInbox } from '#processor';
import { mustBeOk } from '#kernel';
import Stripe from 'stripe';
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { DoomedWorker } from '../../test/support/world/dying.ts';
import { WEBHOOK_SECRET } from '../../test/support/world/events.ts';
import { processorAt } from '../../test/support/world/process.ts';
import type { World } from '../../test/support/world/world.ts';
import { between, chance, Failures, type DrillOptions } from '../drill.ts';
import { differences, finalState, type FinalState } from '../final-state.ts';
import type { PartOutcome, Parts } from '../parts.ts';
import { bundledWorker } from './bundle.ts';
import { Stage, type Flow } from './flow.ts';
import { flows, parts } from './flows/index.ts';

/** Further runs of a flow in which the worker after the one that died dies as well, by chance. */
const DEAD_IN_A_ROW = 3;
/** Of each flow in `npm test`: by chance, so that in time every point has its turn. */
const SMALL = { flows: ['pay', 'departure'], points: 3 };
/** Flows and parts of them alone, with commas; and so many points of each by chance. */
const ONLY = (process.env['DRILL_FLOWS'] ?? '')
  .split(',')
  .filter(Boolean)
  .flatMap((name) => parts[name] ?? [name]);
const POINTS = Number(process.env['DRILL_POINTS'] ?? 0);
const POINTS_MAX = 200;
const REDELIVERED = 30;
const NEVER = Infinity;

/** An hour: leases end, dead workers are missed, and what is to be tried again is due. */
const AN_HOUR = `
  update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active';
  update pgboss.job set start_after = start_after - interval '1 hour' where state = 'retry';
  update pgboss.queue set monitor_on = monitor_on - interval '1 hour',
    monitor_claim_on = monitor_claim_on - interval '1 hour';
  update processor_event set claimed_until = claimed_until - interval '1 hour',
    next_attempt_at = next_attempt_at - interval '1 hour' where state = 'received'`;

interface Run {
  readonly state: FinalState;
  /** Where each of the workers ended. */
  readonly ends: readonly { readonly died: boolean; readonly passed: readonly string[] }[];
  readonly complaints: readonly string[];
}

class CrashDrill {
  private next: DoomedWorker;

  constructor(
    private readonly stage: Stage,
    /** The one that goes on. */
    private readonly heir: WorkerByHand,
    private readonly bundle: string | undefined,
  ) {
    this.next = new DoomedWorker(stage.world, bundle);
  }

  get world(): World {
    return this.stage.world;
  }

  /** The flow once, with a worker that dies at each of these points in turn. */
  async run(flow: Flow, deaths: readonly number[]): Promise<Run> {
    await this.world.rows('update legal_clock set offset_seconds = 0');
    await this.stage.keepSignedIn();
    const { now: since } = await this.world.one<{ now: Date }>('select clock_timestamp() as now');
    const { bond, begin } = await flow.ready(this.stage);
    await this.heir.work();
    await begin();
    await this.world.worker.get(EventInbox).listFromProcessor();
    const [ends, complaints]: [Run['ends'][number][], string[]] = [[], []];
    for (const point of deaths) {
      ends.push(await this.work(flow, point));
      complaints.push(...(await this.world.oracle()));
      await this.anHourLater();
    }
    await this.inherit(flow);
    await this.tellAgain(since);
    await this.inherit(flow);
    return { state: await finalState(this.world, bond, since), ends, complaints };
  }

  /** While one works, the next one starts. */
  private work({ sweeps = [] }: Flow, point: number): Promise<Run['ends'][number]> {
    const worker = this.next;
    this.next = new DoomedWorker(this.world, this.bundle);
    return worker.work({ point: point === NEVER ? 0 : point, sweeps });
  }

  private async anHourLater(): Promise<void> {
    await this.world.rows(AN_HOUR);
    await this.heir.missDeadWorkers();
    await this.world.rows(AN_HOUR);
  }

  private async inherit({ sweeps = [] }: Flow): Promise<void> {
    for (const name of sweeps) await this.heir.sweepPart(name);
    await this.heir.work();
    await this.heir.sweep();
    await this.anHourLater();
    await this.heir.work();
  }

  /** Each event comes once more, the newest first; and each that was applied is asked about anew. */
  private async tellAgain(since: Date): Promise<void> {
    const { data } = await this.world.stripe<{ data: object[] }>(`events?limit=${REDELIVERED}`);
    for (const event of data) {
      const payload = JSON.stringify(event);
      const sign = { payload, secret: WEBHOOK_SECRET };
      const header = Stripe.webhooks.generateTestHeaderString(sign);
      mustBeOk(await this.world.api.get(EventInbox).accept(Buffer.from(payload), header));
    }
    await this.world.rows(
      `update processor_event set state = 'received', attempts = 0, processed_at = null,
         next_attempt_at = clock_timestamp() where state = 'applied' and received_at >= $1`,
      since,
    );
  }
}

class Findings {
  points = 0;
  readonly tries: Record<string, number> = {};

  constructor(readonly failures: Failures) {}

  /** Runs it, and notes what is not as without a death. */
  async of(
    name: string,
    { either = [] }: Flow,
    expected: FinalState,
    run: () => Promise<Run>,
  ): Promise<Run | undefined> {
    this.points += 1;
    try {
      const done = await run();
      const state = { ...done.state };
      for (const part of either) state[part] = expected[part];
      const wrong = [...differences(state, expected), ...done.complaints];
      const where = done.ends.map(({ died, passed }) => (died ? passed.at(-1) : 'at rest'));
      if (wrong.length) this.failures.add(`${name}, ${where.join(', then ')}: ${wrong.join('; ')}`);
      return done;
    } catch (e) {
      this.failures.add(`${name}: ${(e as Error).stack ?? String(e)}`);
      return undefined;
    }
  }
}

async function tryAll(
  drill: CrashDrill,
  [name, flow]: readonly [string, Flow],
  { say, size }: DrillOptions,
  [next, found]: readonly [() => number, Findings],
): Promise<void> {
  const began = performance.now();
  const alive = await drill.run(flow, [NEVER]);
  const expected = alive.state;
  if (alive.complaints.length) found.failures.add(`${name}: ${alive.complaints.join('; ')}`);
  const all = alive.ends[0]!.passed.length;
  let tries = 0;
  const dies = (...deaths: number[]) => {
    tries += 1;
    const where = `${name} ${deaths.join(' and ')}`;
    return found.of(where, flow, expected, () => drill.run(flow, deaths));
  };
  const some = size === 'small' ? SMALL.points : POINTS;
  if (some > 0) {
    for (let n = 0; n < some; n++) await dies(between(next, 1, all));
  } else {
    // Until one comes to rest: the order of things at once may differ, and with it their number.
    for (let n = 1; n <= POINTS_MAX; n++) {
      const done = await dies(n);
      if (n > all && !done?.ends[0]?.died) break;
    }
    for (let n = 0; n < DEAD_IN_A_ROW; n++)
      await dies(between(next, 1, all), between(next, 1, all));
  }
  found.tries[name] = tries;
  found.failures.add(...(await drill.world.oracle()).map((wrong) => `after ${name}: ${wrong}`));
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`  ${name}: ${tries} tries of ${all} points, ${seconds} s`);
}

/** One flow in a world of its own: in one that has seen others, everything is looked for among more. */
async function tryFlow(name: string, options: DrillOptions): Promise<PartOutcome> {
  const found = new Findings(new Failures(options.say));
  const flow = flows[name]!;
  const bundle = options.size === 'all' ? await theBundle() : undefined;
  const stage = await Stage.open();
  const { world } = stage;
  try {
    const env = processorAt(world.emulator.url);
    const heir = await WorkerByHand.start(world.db.url('worker'), env);
    world.onStop(() => heir.close());
    const drill = new CrashDrill(stage, heir, bundle);
    // What chance chooses of it does not depend on the flows before.
    const next = chance(options.seed + Object.keys(flows).indexOf(name));
    await tryAll(drill, [name, flow], options, [next, found]);
  } finally {
    found.failures.add(...(await world.stop()));
  }
  return { points: found.points, failures: found.failures.all, counts: found.tries };
}

let bundling: Promise<string> | undefined;
/** Made once in each process. */
const theBundle = () => (bundling ??= bundledWorker());

function flowsOf({ size }: DrillOptions): string[] {
  const wanted = size === 'small' ? SMALL.flows : ONLY;
  const unknown = wanted.filter((name) => !(name in flows));
  if (unknown.length > 0) throw new Error(`no such flow: ${unknown.join(', ')}`);
  return Object.keys(flows).filter((name) => wanted.length === 0 || wanted.includes(name));
}

export const crash: Parts = { counted: 'flows', names: flowsOf, one: tryFlow };
