// As apply, beside the same rows written by an ordinary Nest and TypeORM application; and a receipt
// of our ledger beside pgledger's transfer.
import type { TestingModule } from '@nestjs/testing';
import { closedLoop, compare, judge, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { Bonds } from '../setup/bonds.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { openPeer } from '../setup/peer-apply.ts';
import { openPgledger } from '../setup/pgledger.ts';
import { processorInMemory } from '../setup/processor-in-memory.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';
import { CLIENTS } from '../setup/reference.ts';
import { Worker } from './apply.ts';
import { receiver } from './ledger.ts';

const RATIO = 1.8;
const PGLEDGER_RATIO = 0.95;

type BesidePgledger = Pick<BenchResult, 'pgledger' | 'pgledgerRatio' | 'pgledgerSpread'>;

/** Nothing where its SQL is not given. */
async function besidePgledger(
  db: BenchDatabase,
  worker: TestingModule,
  say: (line: string) => void,
): Promise<BesidePgledger> {
  const theirs = await openPgledger(db);
  if (!theirs) {
    say('  pgledger: skipped, BENCH_PGLEDGER names no file');
    return {};
  }
  const receive = receiver(worker);
  const ours = { round: () => closedLoop(CLIENTS, plan.seconds, receive) };
  try {
    const { reference, ratio, referenceSpread } = await compare(ours, theirs, plan.rounds, say);
    return { pgledger: reference, pgledgerRatio: ratio, pgledgerSpread: referenceSpread };
  } finally {
    await theirs.close();
  }
}

export const peer = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const reference = await openPeer(db);
    const app = await startWorker(db, processorInMemory);
    try {
      const bonds = await Bonds.start(db);
      const figures = await compare(new Worker(app, bonds), reference, plan.rounds, say);
      await Promise.all([bonds.mustAllBeHeld(), reference.mustAllBeApplied()]);
      await mustBeClean(db);
      const pgledger = await besidePgledger(db, app, say);
      const met = figures.ratio >= RATIO && (pgledger.pgledgerRatio ?? 1) >= PGLEDGER_RATIO;
      return {
        name: 'peer',
        ok: true,
        ...figures,
        ...pgledger,
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${RATIO}, pgledgerRatio >= ${PGLEDGER_RATIO} where its SQL is given`,
        ...judge(figures, met, db),
      };
    } finally {
      await reference.close();
      await app.close();
    }
  });
