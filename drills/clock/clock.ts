// Moves the law's clock: an hour before a deadline and after it, back again, and by more than a year at
// once. Legal dates are right to the millisecond, nothing happens early, twice or never; and what keeps
// another time (sessions, codes, jobs) does not notice.
import { mustBeOk, Temporal } from '#kernel';
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { BreachStory, judges } from '../../test/support/world/breach.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { World } from '../../test/support/world/world.ts';
import {
  between,
  chance,
  Failures,
  type Drill,
  type DrillOptions,
  type Outcome,
} from '../drill.ts';
import { oneOfEach, setLaw, type Deadline } from './deadlines.ts';

const ROUNDS = { all: 4, small: 1 };
const A_LONG_TIME = { hours: 400 * 24 };
const HOUR = { hours: 1 };
/** Sessions, codes, and what waits in queues: all of it by the wall clock. */
const WALL = `
  select (select jsonb_agg(jsonb_build_array(id, expires_at, ended_at) order by id)
      from account_session) as sessions,
    (select jsonb_agg(jsonb_build_array(id, expires_at, used_at) order by id) from mailed_code) as codes,
    (select count(*)::int from pgboss.job where start_after > now() + interval '1 day') as "jobs of another day",
    (select count(*)::int from processor_event where next_attempt_at > now() + interval '1 day')
      as "events of another day"`;

type Instant = Temporal.Instant;

class ClockDrill {
  points = 0;

  constructor(
    private readonly world: World,
    private readonly worker: WorkerByHand,
    readonly failures: Failures,
  ) {}

  /** The law says it is that moment; whoever looks has looked twice. */
  private async at(moment: Instant, recordsThrough?: Temporal.PlainDate): Promise<void> {
    this.points += 1;
    await setLaw(this.world, moment);
    if (recordsThrough) await this.world.complete(`${recordsThrough}`);
    for (let times = 0; times < 2; times++) {
      await this.worker.sweep();
      await this.worker.work();
    }
  }

  private async mustHave(deadline: Deadline, times: number, when: string): Promise<void> {
    const found = await deadline.acts();
    if (found === times) return;
    this.failures.add(`${deadline.what}, ${when}: happened ${found} times, not ${times}`);
  }

  isWrittenRight({ what, last, written }: Deadline): void {
    if (written.equals(last)) return;
    this.failures.add(`${what}: ${written} instead of ${last}`);
  }

  /** An hour on either side of the last moment, there and back. */
  async around(deadline: Deadline): Promise<void> {
    const [before, after] = [deadline.last.subtract(HOUR), deadline.last.add(HOUR)];
    await this.at(before, deadline.recordsThrough?.subtract({ days: 1 }));
    await this.mustHave(deadline, 0, 'an hour before');
    await this.at(after, deadline.recordsThrough);
    await this.mustHave(deadline, 1, 'an hour after');
    await this.at(before);
    await this.mustHave(deadline, 1, 'an hour back');
    await this.at(after);
    await this.mustHave(deadline, 1, 'an hour on again');
  }

  /** More than a year at once, and all the way back: each once. */
  async leap(deadlines: readonly Deadline[], from: Instant): Promise<void> {
    const then = from.add(A_LONG_TIME);
    await this.at(then, then.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }));
    for (const deadline of deadlines) await this.mustHave(deadline, 1, 'after 400 days');
    await this.at(from);
    await this.at(then);
    for (const deadline of deadlines) await this.mustHave(deadline, 1, 'there and back again');
  }

  /** Nothing that keeps the wall's time has moved, and people go on where they were. */
  async wallClockStands(before: unknown): Promise<void> {
    const after = JSON.stringify(await this.world.rows(WALL));
    if (after !== JSON.stringify(before)) {
      this.failures.add(`the wall's time: ${after} instead of ${JSON.stringify(before)}`);
    }
    const session = await this.world.asOfficer(this.world.staff, async (tx) => tx.sessionId);
    if (!session) this.failures.add('a session is over because the law has another date');
  }
}

/** A moment within an hour of midnight somewhere, in the coming days. */
function aMoment(next: () => number): Instant {
  const zone = next() < 0.5 ? 'America/New_York' : 'UTC';
  const day = Temporal.Now.plainDateISO(zone).add({ days: between(next, 1, 4) });
  return day
    .toZonedDateTime(zone)
    .toInstant()
    .add({ seconds: between(next, -3600, 3600) });
}

async function round(drill: ClockDrill, world: World, story: BreachStory, next: () => number) {
  const from = aMoment(next);
  for (const how of ['hour by hour', 'at once'] as const) {
    await world.replacePost();
    const deadlines = await oneOfEach(world, story, from);
    for (const deadline of deadlines) drill.isWrittenRight(deadline);
    const code = await world.people.begun();
    const wall = await world.rows(WALL);
    const inOrder = [...deadlines].sort((a, b) => Temporal.Instant.compare(a.last, b.last));
    if (how === 'at once') await drill.leap(deadlines, from);
    else for (const deadline of inOrder) await drill.around(deadline);
    await drill.wallClockStands(wall);
    mustBeOk(await world.people.confirm(code.ticket, code.code));
  }
}

async function run({ seed, size, say }: DrillOptions): Promise<Outcome> {
  const world = await World.start();
  const worker = await WorkerByHand.start(world.db.url('worker'), processorAt(world.emulator.url));
  world.onStop(() => worker.close());
  const story = new BreachStory(world, await judges(world));
  const drill = new ClockDrill(world, worker, new Failures(say));
  const next = chance(seed);
  try {
    for (let n = 1; n <= ROUNDS[size]; n++) {
      await round(drill, world, story, next);
      say(`  round ${n}: ${drill.points} moves of the clock`);
    }
  } finally {
    drill.failures.add(...(await world.stop()));
  }
  return { points: drill.points, failures: drill.failures.all };
}

export const clock: Drill = { run };
