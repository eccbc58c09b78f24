// What the programs cost while nothing happens: processor time of each, and transactions together.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from '../../tools/child.ts';
import { appOptions, apps } from '../../tools/processes.ts';
import { round, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { withDatabase, type BenchDatabase } from '../setup/database.ts';
import { benchWorld } from '../setup/world.ts';

const CORE_PERCENT = 2;
const TRANSACTIONS = 12;
// Starting is no idling: compiled code, first looks, the first sweep.
const SETTLE_MS = 20_000;
// Of Linux, on every machine that Node runs on.
const TICKS_PER_SECOND = 100;

/** Processor seconds of a process so far, as Linux counts them. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function transactions(db: BenchDatabase): Promise<number> {
  const { rows } = await db.admin.query<{ n: string }>(
    `select xact_commit + xact_rollback as n from pg_stat_database
     where datname = current_database()`,
  );
  return Number(rows[0]!.n);
}

export const idle = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const world = await benchWorld(db);
    const children: Child[] = [];
    try {
      for (const app of apps) children.push(await startChild(appOptions(world, app)));
      await pause(SETTLE_MS);
      const [before, began] = [await transactions(db), performance.now()];
      const cpu = children.map(({ pid }) => cpuSeconds(pid));
      await pause(plan.idleSeconds * 1000);
      const seconds = (performance.now() - began) / 1000;
      const percent = (i: number) => (100 * (cpuSeconds(children[i]!.pid) - cpu[i]!)) / seconds;
      const each = children.map(({ name }, i) => [name, round(percent(i))] as const);
      const perSecond = round(((await transactions(db)) - before) / seconds);
      const corePercent = round(each.reduce((sum, [, p]) => sum + p, 0));
      say(`  ${each.map(([name, p]) => `${name} ${p} %`).join(', ')}; ${perSecond} transactions/s`);
      return {
        ...{ name: 'idle', ok: true, corePercent, perSecond, seconds: round(seconds, 0) },
        processes: Object.fromEntries(each),
        goal: `<= ${CORE_PERCENT} % of a core, <= ${TRANSACTIONS} transactions/s, together`,
        met: corePercent <= CORE_PERCENT && perSecond <= TRANSACTIONS,
      };
    } finally {
      await Promise.all(children.map((child) => child.stop()));
    }
  });
