// Walks by chance: a bond in the programs and the same bond in a small pure model take the same steps,
// also steps that are not possible. After each both must stand alike, to the cent.
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { Stage } from '../crash/flow.ts';
import { chance, type Drill, type DrillOptions, type Outcome } from '../drill.ts';
import { asked, standingOf, stepNames, stepOf, type Bond, type StepName } from './bond.ts';
import { RealBond } from './real-bond.ts';

const STEPS = { all: 10_000, small: 60 };
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

class Walks {
  readonly failures: string[] = [];
  readonly taken: Record<string, number> = {};
  steps = 0;

  constructor(
    private readonly stage: Stage,
    private readonly worker: WorkerByHand,
    private readonly next: () => number,
  ) {}

  /** Until one of them stands otherwise than the other. */
  async walk(stepsMax: number): Promise<void> {
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
        this.failures.push(`${trail.join(', ')}: ${wrong.join('; ')}`);
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

async function run({ seed, size, say }: DrillOptions): Promise<Outcome> {
  const stage = await Stage.open();
  const { world } = stage;
  const worker = await WorkerByHand.start(world.db.url('worker'), processorAt(world.emulator.url));
  world.onStop(() => worker.close());
  const walks = new Walks(stage, worker, chance(seed));
  try {
    for (let said = 0; walks.steps < STEPS[size] && walks.failures.length === 0;) {
      await walks.walk(STEPS[size] - walks.steps);
      if (walks.steps - said < SAY_EVERY) continue;
      said = walks.steps;
      walks.failures.push(...(await world.oracle()));
      say(`  ${said} steps`);
    }
  } finally {
    walks.failures.push(...(await world.stop()));
  }
  const { steps: points, failures, taken } = walks;
  return { points, failures, figures: { steps: taken } };
}

export const model: Drill = { run };
