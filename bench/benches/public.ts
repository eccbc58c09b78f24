// The start page as a visitor gets it, beside the same HTML from bare Fastify.
import { compare, judge, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { openBarePage } from '../setup/bare-page.ts';
import { withDatabase } from '../setup/database.ts';
import { PageSide, startSite } from '../setup/site.ts';
import { rssOf } from '../setup/world.ts';

const RATIO = 0.5;

export const publicPage = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const site = await startSite(db, 'portal');
    const ours = await PageSide.open(site, '/');
    const bare = await openBarePage(ours.html);
    try {
      const figures = await compare(ours, bare.side, plan.rounds, say);
      return {
        ...{ name: 'public', ok: true, ...figures },
        ...{ rssMiB: rssOf(site.pid), goal: `ratio >= ${RATIO}` },
        ...judge(figures, figures.ratio >= RATIO, db),
      };
    } finally {
      ours.close();
      await bare.close();
      await site.stop();
    }
  });
