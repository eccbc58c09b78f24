// What every page and step costs as cases grow in number: the same installation at several sizes, and
// the slope of each line on logarithmic scales. 0 is flat, 1 grows as the past does.
import { BondSweep } from '#bond-escrow';
import type { TestingModule } from '@nestjs/testing';
import { quantile, round, type BenchResult } from '../measure.ts';
import { plan } from '../plan.ts';
import { fillWithCases } from '../setup/cases.ts';
import { withDatabase, type BenchDatabase } from '../setup/database.ts';
import { hireOfficer } from '../setup/queue.ts';
import { signIn, startSite, visit, type Cookies } from '../setup/site.ts';
import { startWorker } from '../setup/worker.ts';
import { receiver } from './ledger.ts';

const SLOPE_MAX = 0.1;
const ASKED = 100;
// A process that has just begun compiles what it is asked for often.
const WARM_UP = 20;
const DUE = 20;

/** Milliseconds by line, at one size. */
type Lines = Record<string, number>;

type Work = () => Promise<unknown>;

/** All of them in turn, so that what else the machine does meanwhile falls on each line alike. */
async function timed(times: number, works: Readonly<Record<string, Work>>): Promise<Lines> {
  const all = Object.entries(works).map(([name, work]) => ({ name, work, ms: [] as number[] }));
  for (let i = -WARM_UP; i < times; i++) {
    for (const { work, ms } of all) {
      const began = performance.now();
      await work();
      if (i >= 0) ms.push(performance.now() - began); // what is new to the caches is not counted
    }
  }
  // What else the machine does makes a page slower, never faster.
  return Object.fromEntries(all.map(({ name, ms }) => [name, quantile(ms, 0.25)]));
}

const one = async (db: BenchDatabase, sql: string): Promise<string> =>
  (await db.admin.query<{ text: string }>(sql)).rows[0]!.text;

/** The sort key of a row near the end of a list. */
const nearTheEnd = (db: BenchDatabase, table: string, at: string, order: 'asc' | 'desc') =>
  one(
    db,
    `select ${at} || '~' || id as text from ${table} where ${at} is not null
     order by ${at} ${order}, id ${order} offset 60 limit 1`,
  );

async function pathsOf(db: BenchDatabase): Promise<Record<string, string>> {
  const after = async (...list: [string, string, 'asc' | 'desc']) =>
    encodeURIComponent(await nearTheEnd(db, ...list));
  const reference = await one(
    db,
    `select c.reference as text from visa_case c join refund r on r.case_id = c.id
     where c.state = 'closed' order by c.id limit 1`,
  );
  return {
    ...{ desk: '/', search: `/search?reference=${reference}`, case: `/cases/${reference}` },
    queue: '/queues/all?consulate=all',
    'queue, page 20': '/queues/all?consulate=all&page=20',
    'queue, end': `/queues/all?consulate=all&after=${await after('visa_case', 'submitted_at', 'asc')}`,
    ...{ bonds: '/bonds', 'bonds, page 20': '/bonds?page=20' },
    'bonds, end': `/bonds?after=${await after('bond', 'state_since', 'asc')}`,
    ...{ refunds: '/refunds?show=all', 'refunds, page 20': '/refunds?show=all&page=20' },
    'refunds, end': `/refunds?show=all&after=${await after('refund', 'promised_by', 'desc')}`,
    ...{ 'refunds, problems': '/refunds', reversals: '/reversals?show=all' },
    ...{ movements: '/movements?show=recent', suspense: '/suspense', events: '/events' },
  };
}

async function pages(db: BenchDatabase, url: string, cookies: Cookies): Promise<Lines> {
  const asked = (path: string) => async () => {
    const { status } = await visit(url + path, cookies);
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  };
  const paths = Object.entries(await pathsOf(db));
  return timed(ASKED, Object.fromEntries(paths.map(([name, path]) => [name, asked(path)])));
}

/** The sweep of bonds that were not posted in time, for each that is due. */
async function sweep(db: BenchDatabase, worker: TestingModule): Promise<number> {
  const { rowCount } = await db.admin.query(
    `update bond set post_by = now() - interval '1 hour', directed_at = now() - interval '31 days'
     where id in (select id from bond b where state = 'required'
       and not exists (select from payment p where p.bond_id = b.id) limit ${DUE})`,
  );
  const parts = Object.entries(worker.get(BondSweep, { strict: false }).sweepParts());
  const began = performance.now();
  for (const [, part] of parts.filter(([name]) => name === 'lapses')) await part();
  return (performance.now() - began) / (rowCount ?? DUE);
}

async function measure(
  db: BenchDatabase,
  worker: TestingModule,
  officer: { email: string; password: string },
): Promise<Lines> {
  const site = await startSite(db, 'officer');
  try {
    const shown = await pages(db, site.url, await signIn(site, officer));
    const ledger = await timed(ASKED * 5, { ledger: receiver(worker) });
    await sweep(db, worker); // the first is not counted
    return { ...shown, ...ledger, 'sweep, a due row': await sweep(db, worker) };
  } finally {
    await site.stop();
  }
}

/** The straight line nearest to the points, by logarithms. */
function slopeOf(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (i: 0 | 1) => logs.reduce((sum, p) => sum + p[i], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0);
  return over / logs.reduce((sum, p) => sum + (p[0] - x) ** 2, 0);
}

export const growth = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const worker = await startWorker(db);
    try {
      const officer = await hireOfficer(db, worker, ['head_of_section', 'treasury']);
      const found: Lines[] = [];
      let made = 0;
      for (const size of plan.sizes) {
        const began = performance.now();
        await fillWithCases(db, size - made, say);
        say(`  ${size} cases; ${round((performance.now() - began) / 1000, 0)} s to add them`);
        made = size;
        found.push(await measure(db, worker, officer));
      }
      const lines = Object.keys(found[0]!).map((name) => {
        const points = plan.sizes.map((size, i) => [size, found[i]![name]!] as const);
        return { name, ms: points.map(([, ms]) => round(ms, 2)), slope: round(slopeOf(points), 3) };
      });
      for (const { name, ms, slope } of lines) say(`  ${name}: ${ms.join(' → ')} ms, ${slope}`);
      const slope = Math.max(...lines.map((line) => line.slope));
      return {
        ...{ name: 'growth', ok: true, slope, sizes: plan.sizes, lines },
        ...{ goal: `slope <= ${SLOPE_MAX} of every line`, met: slope <= SLOPE_MAX },
      };
    } finally {
      await worker.close();
    }
  });
