import type { TestBond } from '../../test/support/world/bonds.ts';
import { BreachStory, judges } from '../../test/support/world/breach.ts';
import { DELIVERED } from '../../test/support/world/events.ts';
import { World } from '../../test/support/world/world.ts';

/** A bond, and what is about to happen to it. */
interface Ready {
  readonly bond: TestBond;
  readonly begin: () => Promise<unknown>;
}

/**
 * Something that happens to a bond and is work for a worker. To try one more at every point, write one
 * of these and name it in flows.ts.
 */
export interface Flow {
  /** Everything before, at today's legal date. */
  readonly ready: (stage: Stage) => Promise<Ready>;
  /** Parts of the sweep by which the worker finds it, when no event and no job tells. */
  readonly sweeps?: readonly string[];
  /** Parts of its end that depend on which of two pieces of news is worked first. All others do not. */
  readonly either?: readonly string[];
}

/**
 * So long the processor lets things wait, and so far its clock goes on in each try. All of them together
 * stay below a day: after one no payment page that we ask for would still be open.
 */
const PROCESSOR_WAITS_MS = 60_000;

/** The world of all flows, and people that decide in more than one. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly story: BreachStory,
  ) {}

  static async open(): Promise<Stage> {
    const world = await World.start({ env: DELIVERED, delayMs: PROCESSOR_WAITS_MS });
    return new Stage(world, new BreachStory(world, await judges(world)));
  }

  /** Whoever signed in at the start is still at it: a drill takes longer than a session may be idle. */
  async keepSignedIn(): Promise<void> {
    await this.world.rows('update account_session set last_used_at = clock_timestamp()');
  }
}
