// A drill whose parts need nothing of each other: each has a world of its own, in one of several processes,
// since a world is busy with one core.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Drill, DrillOptions, Outcome } from './drill.ts';

/** Of a part: `counts` are summed up by their names. */
export interface PartOutcome extends Omit<Outcome, 'figures'> {
  readonly counts: Readonly<Record<string, number>>;
}

export interface Parts {
  /** What the sums of all counts are called. */
  readonly counted: string;
  /** In the order in which they are begun. */
  readonly names: (options: DrillOptions) => readonly string[];
  readonly one: (name: string, options: DrillOptions) => Promise<PartOutcome>;
}

/** To a process, and back. */
export interface Asked {
  readonly part: string;
  readonly seed: number;
}
export type Told = { readonly said: string } | { readonly done: PartOutcome };

const PROGRAM = `${import.meta.dirname}/part.ts`;

/** Small: here, one after another. */
export const inParts = (drill: string, parts: Parts): Drill => ({
  async run(options) {
    const left = [...parts.names(options)];
    const outcomes: PartOutcome[] = [];
    const lane = async (one: Parts['one']) => {
      for (;;) {
        const name = left.shift();
        if (name === undefined) return;
        outcomes.push(await one(name, options).catch((e: unknown) => brokenOff(name, e)));
      }
    };
    if (options.size === 'small') await lane(parts.one);
    else await inProcesses(drill, Math.min(availableParallelism(), left.length), lane);
    return together(parts.counted, outcomes);
  },
});

async function inProcesses(
  drill: string,
  count: number,
  lane: (one: Parts['one']) => Promise<void>,
): Promise<void> {
  const children = Array.from({ length: count }, () => fork(PROGRAM, [drill]));
  try {
    await Promise.all(
      children.map((child) => lane((part, options) => askFor(child, part, options))),
    );
  } finally {
    for (const child of children) child.disconnect();
    await Promise.all(children.map(hasEnded));
  }
}

async function hasEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function askFor(
  child: ChildProcess,
  part: string,
  { seed, say }: DrillOptions,
): Promise<PartOutcome> {
  return new Promise((done, fail) => {
    const hear = (told: Told) => {
      if ('said' in told) return say(told.said);
      end();
      done(told.done);
    };
    const lost = (code: number | null) => {
      end();
      fail(new Error(`its process ended with ${code ?? 'a signal'}`));
    };
    const end = () => void child.off('message', hear).off('exit', lost);
    child.on('message', hear).on('exit', lost);
    child.send({ part, seed } satisfies Asked);
  });
}

/** What is known of a part that threw. */
export const brokenOff = (name: string, e: unknown): PartOutcome => ({
  ...{ points: 0, counts: {} },
  failures: [`${name}: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`],
});

function together(counted: string, outcomes: readonly PartOutcome[]): Outcome {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    for (const [name, n] of Object.entries(outcome.counts)) counts[name] = (counts[name] ?? 0) + n;
  }
  return {
    points: outcomes.reduce((sum, outcome) => sum + outcome.points, 0),
    failures: outcomes.flatMap((outcome) => outcome.failures),
    figures: { [counted]: counts },
  };
}
