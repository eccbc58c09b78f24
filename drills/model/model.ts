// Walks by chance: a bond in the programs and the same bond in a small pure model take the same steps,
// also steps that are not possible. After each both must stand alike, to the cent.
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { Stage } from '../crash/flow.ts';
import { chance, Failures, type DrillOptions } from '../drill.ts';
import type { PartOutcome, Parts } from '../parts.ts';
import { asked, standingOf, stepNames, stepOf, type Bond, type StepName } from './bond.ts';
import { RealBond } from './real-bond.ts';

/** So many steps in each of so many worlds. */
const STEPS = { all: 1_000, small: 60 };
const WORLDS = { all: 10, small: 1 };
/**
 * The processor's events of its last five minutes are listed each time: between two bonds more go by, and less
 * than a day between the first and the last, for which a payment page stays open.
 */
const PROCESSOR_WAITS_SECONDS = 360;
/** Of one bond; then another one is asked. */
const WALK_MAX = 24;
/** Of all steps, those that the rules refuse. */
const REFUSED_SHARE = 0.25;

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

class Walks {
  steps = 0;
  isWrong = false;
  readonly taken: Record<string, number> = {};

  constructor(
    private readonly stage: Stage,
    private readonly worker: WorkerByHand,
    private readonly next: () => number,
    private readonly failures: Failures,
  ) {}

  /** Until one of them stands otherwise than the other. */
  async walk(stepsMax: number): Promise<void> {
    await this.stage.keepSignedIn();
    await this.stage.world.later(PROCESSOR_WAITS_SECONDS);
    const real = await RealBond.opened(this.stage.story, this.worker);
    const trail: string[] = [];
    let bond = asked;
    for (let n = 0; n < Math.min(stepsMax, WALK_MAX); n++) {
      const name = chosen(bond, this.next);
      const may = stepOf(name).may(bond);
      trail.push(may ? name : `not: ${name}`);
      this.steps += 1;
      this.taken[name] = (this.taken[name] ?? 0) + 1;
      const isDone = await real.take(name);
      if (may) bond = stepOf(name).then(bond);
      const wrong = [
        isDone === may ? null : `it was ${isDone ? 'done' : 'refused'}`,
        ...differences(await real.standing(), standingOf(bond)),
      ].filter((w) => w !== null);
      if (wrong.length) {
        this.failures.add(`${trail.join(', ')}: ${wrong.join('; ')}`);
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
async function walksIn(name: string, { seed, size, say }: DrillOptions): Promise<PartOutcome> {
  const failures = new Failures(say);
  const stage = await Stage.open();
  const { world } = stage;
  try {
    const env = processorAt(world.emulator.url);
    const worker = await WorkerByHand.start(world.db.url('worker'), env);
    world.onStop(() => worker.close());
    const walks = new Walks(stage, worker, chance(seed + Number(name)), failures);
    while (walks.steps < STEPS[size] && !walks.isWrong) {
      await walks.walk(STEPS[size] - walks.steps);
    }
    say(`  world ${name}: ${walks.steps} steps`);
    return { points: walks.steps, failures: failures.all, counts: walks.taken };
  } finally {
    failures.add(...(await world.stop())); // to the same list
  }
}

export const model: Parts = {
  counted: 'steps',
  names: ({ size }) => Array.from({ length: WORLDS[size] }, (_, n) => String(n + 1)),
  one: walksIn,
};
