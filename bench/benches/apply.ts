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

/** The reference in a database of its own, whose schema later migrations do not reach. */
async function openFrozen(db: BenchDatabase) {
  const frozen = await db.beside(FROZEN_AT);
  const theirs = await Bonds.start(frozen);
  const ready = async (steps: number) => {
    const payments = await theirs.make(steps);
    await theirs.storeEvents(payments);
    await frozen.admin.query(
      'insert into bench_apply.todo (payment_id) select unnest($1::uuid[])',
      [payments],
    );
  };
  const reference = await openReference(frozen, 'apply', 'worker', plan.seconds, ready);
  return { reference, frozen, theirs };
}

export const apply = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const { reference, frozen, theirs } = await openFrozen(db);
    const app = await startWorker(db, processorInMemory);
    try {
      const bonds = await Bonds.start(db);
      const figures = await compare(new Worker(app, bonds), reference, plan.rounds, say);
      const latencies = await endToEnd(db, app, bonds);
      const p95Ms = round(quantile(latencies, 0.95), 0);
      say(`  end to end at ${PACE}/s: median ${round(median(latencies), 0)} ms, p95 ${p95Ms} ms`);
      for (const made of [bonds, theirs]) await made.mustAllBeHeld();
      for (const each of [db, frozen]) await mustBeClean(each);
      return {
        name: 'apply',
        ok: true,
        ...figures,
        referenceKind: reference.kind,
        p95Ms,
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${RATIO}, p95 <= ${P95_MS} ms end to end at ${PACE} events a second`,
        ...judge(figures, figures.ratio >= RATIO && p95Ms <= P95_MS, db),
      };
    } finally {
      await reference.close();
      await app.close();
      await frozen.close();
    }
  });
