// As apply, beside the same rows written by an ordinary Nest and TypeORM application.
import { compare, judge, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { Bonds } from '../setup/bonds.ts';
import { mustBeClean, withDatabase } from '../setup/database.ts';
import { openPeer } from '../setup/peer-apply.ts';
import { processorInMemory } from '../setup/processor-in-memory.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';
import { Worker } from './apply.ts';

const RATIO = 1.8;

export const peer = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const reference = await openPeer(db);
    const app = await startWorker(db, processorInMemory);
    try {
      const bonds = await Bonds.start(db);
      const figures = await compare(new Worker(app, bonds), reference, plan.rounds, say);
      await Promise.all([bonds.mustAllBeHeld(), reference.mustAllBeApplied()]);
      await mustBeClean(db);
      return {
        name: 'peer',
        ok: true,
        ...figures,
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${RATIO}`,
        ...judge(figures, figures.ratio >= RATIO, db),
      };
    } finally {
      await reference.close();
      await app.close();
    }
  });
