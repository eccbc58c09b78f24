// An officer's queue as the site serves it: beside the same HTML from bare Fastify, and beside the
// page that a team would otherwise write.
import { compare, judge, quantile, round, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { openBarePage } from '../setup/bare-page.ts';
import { withDatabase } from '../setup/database.ts';
import { openPeerPage } from '../setup/peer-page.ts';
import { fillQueue } from '../setup/queue.ts';
import { PageSide, signIn, startSite } from '../setup/site.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';

const RATIO = 0.08;
const PEER_RATIO = 1.5;
const P99_MS = 50;
const RSS_MIB = 350;
const PATH = '/queues/all';
/** V8 goes on compiling what draws a page for some twenty seconds. */
const WARM_UPS = 4;

const goal = [
  `ratio >= ${RATIO}, peerRatio >= ${PEER_RATIO}`,
  `p99 <= ${P99_MS} ms at half of capacity, <= ${RSS_MIB} MiB`,
].join(', ');

export const page = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const worker = await startWorker(db);
    const officer = await fillQueue(db, worker, plan.cases, say).finally(() => worker.close());
    const site = await startSite(db, 'officer');
    const ours = await PageSide.open(site, PATH, await signIn(site, officer));
    const bare = await openBarePage(ours.html);
    const peer = await openPeerPage(db, officer, PATH);
    try {
      say(
        `  ${plan.cases} cases; ours ${ours.html.length} characters, the peer ${peer.side.html.length}`,
      );
      const figures = await compare(ours, bare.side, plan.rounds, say, WARM_UPS);
      say('  beside the peer');
      const beside = await compare(ours, peer.side, plan.rounds, say, WARM_UPS);
      const rssMiB = rssOf(site.pid);
      const p99Ms = round(quantile(await ours.latencies(figures.ours / 2), 0.99), 1);
      say(`  open loop at ${round(figures.ours / 2, 0)}/s: p99 ${p99Ms} ms`);
      const met =
        figures.ratio >= RATIO &&
        beside.ratio >= PEER_RATIO &&
        p99Ms <= P99_MS &&
        rssMiB <= RSS_MIB;
      return {
        ...{ name: 'page', ok: true, ...figures, p99Ms, rssMiB, goal },
        ...{ peer: beside.reference, peerRatio: beside.ratio, peerSpread: beside.referenceSpread },
        ...judge(figures, met, db),
      };
    } finally {
      ours.close();
      await Promise.all([bare.close(), peer.close()]);
      await site.stop();
    }
  });
