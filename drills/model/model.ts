// Walks by chance: a bond in the programs and the same bond in a small pure model take the same steps,
// also steps that are not possible. After each both must stand alike, to the cent.
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { Stage } from '../crash/flow.ts';
import { chance, Failures, sideBySide } from '../drill.ts';
import type { Drill, DrillOptions, Outcome } from '../drill.ts';
import { asked, standingOf, stepNames, stepOf, type Bond, type StepName } from './bond.ts';
import { RealBond } from './real-bond.ts';

const STEPS = { all: 10_000, small: 60 };
/** Worlds at once: while one waits for the database, the other goes on. */
const LANES = { all: 2, small: 1 };
/** Of one bond; then another one is asked. */
const WALK_MAX = 24;
/** Of all steps, those that the rules refuse. */
const REFUSED_SHARE = 0.25;
const SAY_EVERY = 500;

/** One that the rules allow now, the weightier the more often; or one that they refuse. */
function chosen(bond: Bond, next: () => number): StepName {
  const isPossible = (name: StepName) => stepOf(name).may(bond);
  const refusable = stepNames.filter((name) => !isPossible(name) && !stepOf(name).isFate);
  if (refusable.length && next() < REFUSED_SHARE) {
    return refusable[Math.floor(next() * refusable.length)]!;
  }
  const weighed = stepNames
    .filter(isPossible)
    .flatMap((name) => Array.from({ length: stepOf(name).weight ?? 1 }, () => name));
  return weighed[Math.floor(next() * weighed.length)]!;
}

/** By all lanes together. */
interface Found {
  readonly failures: Failures;
  readonly taken: Record<string, number>;
  steps: number;
}

class Walks {
  steps = 0;
  isWrong = false;

  constructor(
    private readonly stage: Stage,
    private readonly worker: WorkerByHand,
    private readonly next: () => number,
    private readonly found: Found,
  ) {}

  /** Until one of them stands otherwise than the other. */
  async walk(stepsMax: number): Promise<void> {
    await this.stage.keepSignedIn();
    const real = await RealBond.opened(this.stage.story, this.worker);
    const trail: string[] = [];
    let bond = asked;
    for (let n = 0; n < Math.min(stepsMax, WALK_MAX); n++) {
      const name = chosen(bond, this.next);
      const may = stepOf(name).may(bond);
      trail.push(may ? name : `not: ${name}`);
      this.steps += 1;
      this.found.steps += 1;
      this.found.taken[name] = (this.found.taken[name] ?? 0) + 1;
      const isDone = await real.take(name);
      if (may) bond = stepOf(name).then(bond);
      const wrong = [
        isDone === may ? null : `it was ${isDone ? 'done' : 'refused'}`,
        ...differences(await real.standing(), standingOf(bond)),
      ].filter((w) => w !== null);
      if (wrong.length) {
        this.found.failures.add(`${trail.join(', ')}: ${wrong.join('; ')}`);
        this.isWrong = true;
        return;
      }
    }
  }
}

function differences<T extends object>(is: T, shouldBe: T): string[] {
  return (Object.keys(shouldBe) as (keyof T & string)[])
    .filter((what) => is[what] !== shouldBe[what])
    .map((what) => `${what} is ${String(is[what])}, not ${String(shouldBe[what])}`);
}

/** So many steps in a world of their own, unless one goes wrong. */
async function lane(steps: number, seed: number, found: Found, say: DrillOptions['say']) {
  const stage = await Stage.open();
  const { world } = stage;
  try {
    const env = processorAt(world.emulator.url);
    const worker = await WorkerByHand.start(world.db.url('worker'), env);
    world.onStop(() => worker.close());
    const walks = new Walks(stage, worker, chance(seed), found);
    for (let said = 0; walks.steps < steps && !walks.isWrong;) {
      await walks.walk(steps - walks.steps);
      if (walks.steps - said < SAY_EVERY) continue;
      said = walks.steps;
      found.failures.add(...(await world.oracle()));
      say(`  ${found.steps} steps`);
    }
  } finally {
    found.failures.add(...(await world.stop()));
  }
}

async function run({ seed, size, say }: DrillOptions): Promise<Outcome> {
  const found: Found = { failures: new Failures(say), taken: {}, steps: 0 };
  const seeds = Array.from({ length: LANES[size] }, (_, n) => seed + n);
  await sideBySide(LANES[size], seeds, async (next) => {
    await lane(STEPS[size] / LANES[size], next()!, found, say);
  });
  return { points: found.steps, failures: found.failures.all, figures: { steps: found.taken } };
}

export const model: Drill = { run };
