// A stored event until its bond is held, through the inbox and the worker's router, with the
// processor's answer coming from memory; and the whole way from HTTP on, at a steady pace.
import { EventInbox } from '#processor';
import type { TestingModule } from '@nestjs/testing';
import { factRouterOf } from '../../apps/worker/src/facts.ts';
import { compare, judge, median, openLoop, quantile, round } from '../measure.ts';
import type { BenchResult, Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { startApi } from '../setup/api.ts';
import { Arrivals } from '../setup/arrivals.ts';
import { Bonds, sessionOf } from '../setup/bonds.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { signedRequest } from '../setup/events.ts';
import { processorInMemory } from '../setup/processor-in-memory.ts';
import { CLIENTS, openReference } from '../setup/reference.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';

const RATIO = 0.6;
const P95_MS = 250;
const PACE = 20;
/** As EventInbox.poll: two batches at a time. */
const LANES = 2;
const FIRST_ROUND = 400;
/** The migration at which the reference's schema is frozen: no migration is ever edited. */
const FROZEN_AT = 1764100000220;

export class Worker implements Side {
  private perSecond = 0;
  private readonly app: TestingModule;
  private readonly bonds: Bonds;

  constructor(app: TestingModule, bonds: Bonds) {
    this.app = app;
    this.bonds = bonds;
  }

  /** So many events that they last a round; making and storing them is no part of the time. */
  async round() {
    const units = Math.ceil(this.perSecond * plan.seconds) || FIRST_ROUND;
    await this.bonds.storeEvents(await this.bonds.make(units));
    const began = performance.now();
    await Promise.all(Array.from({ length: LANES }, () => this.emptyInbox()));
    const seconds = (performance.now() - began) / 1000;
    this.perSecond = units / seconds;
    return { units, seconds };
  }

  private async emptyInbox(): Promise<void> {
    const inbox = this.app.get(EventInbox);
    while ((await inbox.pollOnce(factRouterOf(this.app))) > 0);
  }
}

/** From the moment an event is due to be sent until its bond is seen to be held. */
async function endToEnd(db: BenchDatabase, app: TestingModule, bonds: Bonds): Promise<number[]> {
  const seconds = plan.seconds * 4;
  const payments = await bonds.make(PACE * seconds);
  const requests = payments.map((paymentId) =>
    signedRequest({
      eventId: `evt_e2e${paymentId.replaceAll('-', '')}`,
      sessionId: sessionOf(paymentId),
      paymentId,
    }),
  );
  const arrivals = await Arrivals.start(db);
  const stop = new AbortController();
  const running = app.get(EventInbox).poll(factRouterOf(app), stop.signal);
  const api = await startApi(db, CLIENTS);
  try {
    return await openLoop(PACE, seconds, async (n) => {
      const isHeld = arrivals.of(payments[n]!);
      await api.deliver(requests[n]!);
      await isHeld;
    });
  } finally {
    stop.abort();
    await Promise.all([running, arrivals.stop(), api.stop()]);
  }
}

/**
 * The reference in a database of its own: with the schema of FROZEN_AT, which later migrations do not
 * reach, or with the one of today.
 */
async function openHold(db: BenchDatabase, migrationsUpTo?: number) {
  const own = await db.beside(migrationsUpTo);
  const bonds = await Bonds.start(own);
  const ready = async (steps: number) => {
    const payments = await bonds.make(steps);
    await bonds.storeEvents(payments);
    await own.admin.query('insert into bench_apply.todo (payment_id) select unnest($1::uuid[])', [
      payments,
    ]);
  };
  const side = await openReference(own, 'apply', 'worker', plan.seconds, ready);
  const mustBeRight = async () => {
    await bonds.mustAllBeHeld();
    await mustBeClean(own);
  };
  const close = async () => {
    await side.close();
    await own.close();
  };
  return { side, mustBeRight, close };
}

export const apply = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const frozen = await openHold(db, FROZEN_AT);
    const today = await openHold(db);
    const app = await startWorker(db, processorInMemory);
    try {
      const bonds = await Bonds.start(db);
      const worker = new Worker(app, bonds);
      const figures = await compare(worker, frozen.side, plan.rounds, say);
      say('  beside the reference on the schema of today');
      const beside = await compare(worker, today.side, plan.rounds, say);
      const latencies = await endToEnd(db, app, bonds);
      const p95Ms = round(quantile(latencies, 0.95), 0);
      say(`  end to end at ${PACE}/s: median ${round(median(latencies), 0)} ms, p95 ${p95Ms} ms`);
      await bonds.mustAllBeHeld();
      await mustBeClean(db);
      for (const reference of [frozen, today]) await reference.mustBeRight();
      return {
        name: 'apply',
        ok: true,
        ...figures,
        referenceKind: frozen.side.kind,
        ...{ today: beside.reference, todayRatio: beside.ratio },
        todaySpread: beside.referenceSpread,
        p95Ms,
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${RATIO}, p95 <= ${P95_MS} ms end to end at ${PACE} events a second`,
        ...judge(figures, figures.ratio >= RATIO && p95Ms <= P95_MS, db),
      };
    } finally {
      await app.close();
      await frozen.close();
      await today.close();
    }
  });
