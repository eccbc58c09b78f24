// What can have happened to a case, as stories. A story is written as its steps in order, each
// `part.event`; a part alone (`reversal`) is begun and has no step yet. Every step is walked along the
// lifecycle's own table, so a story that cannot happen does not load.
import { caseLifecycle } from '#application';
import { bondLifecycle, directionLifecycle, paymentLifecycle } from '#bond-escrow';
import type { Lifecycle } from '#kernel';
import { disbursementLifecycle, reversalLifecycle } from '#refund';
import { movementLifecycle } from '#travel';
import { LINES, WAITS, type Age } from './scripts.ts';

type AnyLifecycle = Lifecycle<string, string, string>;

/** `first` and `second` are disbursements of the bond, `spare` returns what was paid beyond it. */
export const parts = {
  case: caseLifecycle,
  direction: directionLifecycle,
  bond: bondLifecycle,
  payment: paymentLifecycle,
  in: movementLifecycle,
  out: movementLifecycle,
  first: disbursementLifecycle,
  second: disbursementLifecycle,
  spare: disbursementLifecycle,
  reversal: reversalLifecycle,
} as const satisfies Record<string, unknown>;
type Part = keyof typeof parts;

export interface Step {
  readonly part: Part;
  /** Null where the part only begins. */
  readonly event: string | null;
  readonly from: string;
  readonly to: string;
  /** Of the part, from 1; 0 for its beginning. */
  readonly seq: number;
  readonly by: string;
  /** Hours since the case was opened, at the usual pace. */
  readonly hours: number;
}

export interface Story {
  readonly steps: readonly Step[];
  /** How many of a thousand cases. */
  readonly weight: number;
  readonly age: Age;
}

/** A rule approves the first disbursement only. */
const whoOf = (token: string, by: readonly string[]): string =>
  token === 'second.approved' ? 'treasury' : (by[0] ?? '');

function walk(script: string): Step[] {
  const at = new Map<Part, { state: string; seq: number }>();
  let hours = 0;
  const begin = (part: Part) => {
    const lifecycle: AnyLifecycle = parts[part];
    const state = lifecycle.initial;
    at.set(part, { state, seq: 0 });
    return { part, event: null, from: state, to: state, seq: 0, by: '', hours };
  };
  const steps: Step[] = [begin('case')];
  for (const token of script.split(' ').filter(Boolean)) {
    const [part, event] = token.split('.') as [Part, string | undefined];
    hours += WAITS[token] ?? 0;
    if (!at.has(part)) steps.push(begin(part));
    const here = at.get(part)!;
    if (event === undefined) continue;
    const lifecycle: AnyLifecycle = parts[part];
    const edge = lifecycle.edges.find((e) => e.event === event && e.from.includes(here.state));
    if (!edge) throw new Error(`no ${token} from ${here.state}: ${script}`);
    here.seq += 1;
    steps.push({
      part,
      event,
      from: here.state,
      to: edge.to,
      seq: here.seq,
      by: whoOf(token, edge.by),
      hours,
    });
    here.state = edge.to;
  }
  return steps;
}

export const stories: readonly Story[] = LINES.map(([weight, age, script]) => ({
  weight,
  age,
  steps: walk(script),
}));

const ALL = stories.reduce((sum, s) => sum + s.weight, 0);

/** Lists of what is rare fill a page, in ten thousand cases as in a million. */
const OF_EACH = 60;
const ONE_IN = 3;

/**
 * The story of the nth case. The first of them are one of each, so that a small number has every
 * state; after that one in three is the next of them all, until there are sixty of each. The others are as
 * frequent as they are in life. Always the same for the same n.
 */
export function storyOf(n: number): number {
  if (n < stories.length) return n;
  const turn = Math.floor(n / ONE_IN);
  if (n % ONE_IN === 0 && turn < stories.length * OF_EACH) return turn % stories.length;
  // A golden-ratio walk spreads every story evenly over any stretch of cases.
  let at = ((n * 0.6180339887498949) % 1) * ALL;
  return stories.findIndex((s) => (at -= s.weight) < 0);
}
