// Sixteen to sixty-four want the same thing at once: as many get it as can, the others are told so, and
// nobody meets an error.
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { DELIVERED } from '../../test/support/world/events.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { World } from '../../test/support/world/world.ts';
import { between, chance, Failures } from '../drill.ts';
import type { Drill, DrillOptions, Outcome } from '../drill.ts';
import { contestsOf } from './contests.ts';

const SIZES = { all: { rounds: 3, least: 16, most: 64 }, small: { rounds: 1, least: 4, most: 6 } };

async function run({ seed, say, size }: DrillOptions): Promise<Outcome> {
  const { rounds, least, most } = SIZES[size];
  const next = chance(seed);
  const failures = new Failures(say);
  const world = await World.start({ env: DELIVERED, delayMs: 60_000 });
  let points = 0;
  try {
    const other = await world.another('worker', DELIVERED);
    world.onStop(() => other.close());
    const env = processorAt(world.emulator.url);
    const worker = await WorkerByHand.start(world.db.url('worker'), env);
    world.onStop(() => worker.close());
    const contests = await contestsOf(world, [world.worker, other]);
    for (const [name, contest] of Object.entries(contests)) {
      for (let round = 0; round < rounds; round++) {
        const wishes = between(next, least, most);
        points += wishes;
        const wrong = await contest(wishes).catch((e: Error) => [e.stack ?? e.message]);
        failures.add(...wrong.map((what) => `${name}, ${wishes} at once: ${what}`));
      }
      // What was decided is carried out before the law's clock goes on.
      await worker.work();
      failures.add(...(await world.oracle()).map((row) => `after ${name}: ${row}`));
    }
  } finally {
    failures.add(...(await world.stop()));
  }
  return { points, failures: failures.all };
}

export const race: Drill = { run };
