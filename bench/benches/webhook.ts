// A signed event over HTTP until its row is committed, by the api as a process of its own.
import { closedLoop, compare, judge, openLoop, quantile, round } from '../measure.ts';
import type { BenchResult, Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { startApi, type Api } from '../setup/api.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { signedRequest, someEvent } from '../setup/events.ts';
import { CLIENTS, openReference } from '../setup/reference.ts';
import { rssOf } from '../setup/world.ts';

const RATIO = 0.5;
const P99_MS = 100;
/** So many events a second of one round are made ready beforehand; more than it can take. */
const READY_PER_SECOND = 12_000;

class Sender implements Side {
  /** What was acknowledged; all of it must be in the table at the end. */
  acknowledged = 0;

  private readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }

  /** Making and signing events is the processor's work and no part of the time. */
  async round() {
    const ready = Array.from({ length: READY_PER_SECOND * plan.seconds }, () =>
      signedRequest(someEvent()),
    );
    return closedLoop(CLIENTS, plan.seconds, () => {
      const request = ready.pop();
      if (!request) throw new Error('the api is faster than events were made ready');
      return this.send(request);
    });
  }

  /** At half of what it can do, with the waiting for a free connection counted. */
  async p99(perSecond: number): Promise<number> {
    const seconds = plan.seconds * 3;
    const ready = Array.from({ length: Math.ceil(perSecond * seconds) }, () =>
      signedRequest(someEvent()),
    );
    const latencies = await openLoop(perSecond, seconds, (n) => this.send(ready[n]!));
    return round(quantile(latencies, 0.99), 1);
  }

  private async send(request: Buffer): Promise<void> {
    await this.api.deliver(request);
    this.acknowledged++;
  }
}

async function allAreStored(db: BenchDatabase, acknowledged: number): Promise<void> {
  const { rows } = await db.admin.query<{ n: string }>(
    `select count(*) as n from processor_event where state = 'received'`,
  );
  if (Number(rows[0]!.n) !== acknowledged) {
    throw new Error(`${acknowledged} events were acknowledged, ${rows[0]!.n} are stored`);
  }
}

export const webhook = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const reference = await openReference(db, 'webhook', 'api', plan.seconds);
    const api = await startApi(db, CLIENTS);
    const sender = new Sender(api);
    try {
      const figures = await compare(sender, reference, plan.rounds, say);
      const p99Ms = await sender.p99(figures.ours / 2);
      say(`  open loop at ${round(figures.ours / 2, 0)}/s: p99 ${p99Ms} ms`);
      await allAreStored(db, sender.acknowledged);
      await mustBeClean(db);
      return {
        name: 'webhook',
        ok: true,
        ...figures,
        referenceKind: reference.kind,
        p99Ms,
        rssMiB: rssOf(api.child.pid),
        goal: `ratio >= ${RATIO}, p99 <= ${P99_MS} ms at half of capacity`,
        ...judge(figures, figures.ratio >= RATIO && p99Ms <= P99_MS, db),
      };
    } finally {
      await reference.close();
      await api.stop();
    }
  });
