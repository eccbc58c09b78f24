// One decision through the data layer: a payment becomes held, for a new bond each time.
import { randomUUID } from 'node:crypto';
import { money, Temporal } from '#kernel';
import { LedgerStore } from '#ledger';
import { Database, systemCtx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import { closedLoop, compare, judge, type BenchResult } from '../measure.ts';
import { ledgerMustBeClean, withDatabase } from '../setup/database.ts';
import { CLIENTS, openReference } from '../setup/reference.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';
import { plan } from '../plan.ts';

const GOAL = 0.7;
const AMOUNT = money(1_000_000n, 'USD');
const ctx = systemCtx('bench');

/** As the worker books a receipt: Database.write, and in it LedgerStore.receive. */
export function receiver(worker: TestingModule): () => Promise<void> {
  const database = worker.get(Database);
  const ledger = worker.get(LedgerStore);
  return () =>
    database.write(ctx, async (tx) => {
      await ledger.receive(tx, {
        receivedPaymentId: randomUUID(),
        amount: AMOUNT,
        bondId: randomUUID(),
        toBond: AMOUNT.minor,
        cause: `pi_${randomUUID()}:paid`,
        happenedAt: Temporal.Now.instant(),
      });
    });
}

export const ledger = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const worker = await startWorker(db);
    const receive = receiver(worker);
    const reference = await openReference(db, 'ledger', 'worker', plan.seconds);
    const ours = { round: () => closedLoop(CLIENTS, plan.seconds, receive) };
    try {
      const figures = await compare(ours, reference, plan.rounds, say);
      await ledgerMustBeClean(db);
      return {
        name: 'ledger',
        ok: true,
        ...figures,
        referenceKind: reference.kind,
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${GOAL}`,
        ...judge(figures, figures.ratio >= GOAL, db),
      };
    } finally {
      await reference.close();
      await worker.close();
    }
  });
