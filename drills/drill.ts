// What a drill is: it makes something go wrong on purpose, and says at how many points everything came
// out right all the same.

export interface DrillOptions {
  /** The same seed does the same things, in the same order. */
  readonly seed: number;
  readonly say: (line: string) => void;
  /** How much of it: `all`, or a little for `npm test`. */
  readonly size: 'all' | 'small';
}

export interface DrillResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seed: number;
  /** How many times something went wrong on purpose. */
  readonly points: number;
  readonly failed: number;
  readonly seconds: number;
  /** What did not come out right, in words. */
  readonly failures: readonly string[];
  readonly [figure: string]: unknown;
}

export interface Drill {
  readonly run: (options: DrillOptions) => Promise<Outcome>;
  /** It starts a PostgreSQL of its own, to kill it. */
  readonly hasItsServer?: boolean;
}

/** What a drill has to say of itself; the runner adds the rest. */
export interface Outcome {
  readonly points: number;
  readonly failures: readonly string[];
  readonly figures?: Readonly<Record<string, unknown>>;
}

/** What did not come out right: said as soon as it is found, since a drill may be interrupted. */
export class Failures {
  readonly all: string[] = [];

  constructor(private readonly say: DrillOptions['say']) {}

  add(...found: readonly string[]): void {
    for (const failure of found) {
      this.all.push(failure);
      this.say(`  NOT RIGHT: ${failure}`);
    }
  }
}

/** Numbers by chance that a seed repeats (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** From `low` to `high`, both included. */
export const between = (next: () => number, low: number, high: number): number =>
  low + Math.floor(next() * (high - low + 1));
