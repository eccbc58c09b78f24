// How every bench measures: ours and the reference take turns in one run, so that whatever else
// the machine does falls on both; the median of the per-round ratios is the result.

export interface Side {
  /** One round: how many units were done in how many seconds. */
  round(): Promise<{ units: number; seconds: number }>;
}

export interface Comparison {
  /** Units a second, median of the rounds. */
  ours: number;
  reference: number;
  /** Median of ours/reference, round by round. */
  ratio: number;
  /** Interquartile range over median of the reference: above 0.25 the run is not judged. */
  referenceSpread: number;
  rounds: number;
}

export interface BenchResult extends Partial<Comparison> {
  name: string;
  ok: boolean;
  referenceKind?: 'pgbench' | 'pg';
  p99Ms?: number;
  p95Ms?: number;
  rssMiB?: number;
  /** How much of an allowed pace was used. */
  rateShare?: number;
  /** A second reference: the same work as others would write it. */
  peer?: number;
  peerRatio?: number;
  peerSpread?: number;
  /** The reference of `apply` on the schema of today, whose checks and policies are cheaper. */
  today?: number;
  todayRatio?: number;
  todaySpread?: number;
  /** Our ledger's receipt beside pgledger's transfer, where its SQL was given. */
  pgledger?: number;
  pgledgerRatio?: number;
  pgledgerSpread?: number;
  /** The steepest line of those that were measured at several sizes. */
  slope?: number;
  sizes?: readonly number[];
  lines?: readonly {
    readonly name: string;
    readonly ms: readonly number[];
    readonly slope: number;
  }[];
  /** Of an idle installation: percent of a core of all processes, and of each. */
  corePercent?: number;
  processes?: Readonly<Record<string, number>>;
  perSecond?: number;
  seconds?: number;
  goal: string;
  /** Whether the figures reach the goal; left out when the run is not judged. */
  met?: boolean;
  note?: string;
}

const SPREAD_MAX = 0.25;

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

/** Linear interpolation between the two nearest ranks. */
export function quantile(list: readonly number[], q: number): number {
  const s = sorted(list);
  const at = (s.length - 1) * q;
  const low = s[Math.floor(at)] ?? NaN;
  const high = s[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (list: readonly number[]): number => quantile(list, 0.5);

export const round = (n: number, digits = 2): number => Number(n.toFixed(digits));

export async function compare(
  ours: Side,
  reference: Side,
  rounds: number,
  say: (line: string) => void,
  warmUps = 1,
): Promise<Comparison> {
  const rates: { ours: number; reference: number }[] = [];
  const rate = async (side: Side) => {
    const { units, seconds } = await side.round();
    return units / seconds;
  };
  // Connections, statements and compiled code: the first rounds of each side are not counted.
  for (let i = 0; i < warmUps; i++) {
    await rate(ours);
    await rate(reference);
  }
  for (let i = 0; i < rounds; i++) {
    // Who goes first alternates as well: what the first leaves in the caches helps the second.
    if (i % 2) {
      const r = await rate(reference);
      rates.push({ ours: await rate(ours), reference: r });
    } else {
      rates.push({ ours: await rate(ours), reference: await rate(reference) });
    }
    const { ours: a, reference: b } = rates[i]!;
    say(`  round ${i + 1}: ours ${round(a, 0)}/s, reference ${round(b, 0)}/s, ${round(a / b, 3)}`);
  }
  const references = rates.map((r) => r.reference);
  return {
    ours: round(median(rates.map((r) => r.ours)), 0),
    reference: round(median(references), 0),
    ratio: round(median(rates.map((r) => r.ours / r.reference)), 3),
    referenceSpread: round(
      (quantile(references, 0.75) - quantile(references, 0.25)) / median(references),
      3,
    ),
    rounds,
  };
}

/** Met or not, unless the reference was too restless, or the server not durable, to tell. */
export function judge(
  { referenceSpread }: Comparison,
  met: boolean,
  server: { isDurable: boolean },
): Pick<BenchResult, 'met' | 'note'> {
  if (!server.isDurable) return { note: 'not judged: the server gives up durability' };
  if (referenceSpread > SPREAD_MAX) {
    return { note: `not judged: the reference's spread is above ${SPREAD_MAX}` };
  }
  return { met };
}

/** Runs `work` from `clients` loops at once until the time is over. */
export async function closedLoop(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<void>,
): Promise<{ units: number; seconds: number }> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let units = 0;
  const loop = async (client: number) => {
    while (performance.now() < until) {
      await work(client);
      units++;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, c) => loop(c)));
  return { units, seconds: (performance.now() - began) / 1000 };
}

/** Runs `work` from `clients` loops at once until `units` are done. */
export async function countedLoop(
  clients: number,
  units: number,
  work: (n: number) => Promise<void>,
): Promise<{ units: number; seconds: number }> {
  const began = performance.now();
  let next = 0;
  const loop = async () => {
    while (next < units) await work(next++);
  };
  await Promise.all(Array.from({ length: clients }, loop));
  return { units, seconds: (performance.now() - began) / 1000 };
}

/**
 * Open loop: one unit begins at each tick whether or not earlier ones are done, and its latency
 * counts from the tick. A closed loop would wait politely and hide the queue.
 */
export async function openLoop(
  perSecond: number,
  seconds: number,
  work: (n: number) => Promise<void>,
): Promise<number[]> {
  const total = Math.floor(perSecond * seconds);
  const began = performance.now();
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  for (let n = 0; n < total; n++) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((done) => setTimeout(done, wait));
    running.push(work(n).then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(running);
  return latencies;
}
