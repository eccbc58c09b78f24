import { ok, refused, type Result } from './result.ts';

interface Edge<S extends string = string, E extends string = string> {
  /** What happened, in the past tense: payment_confirmed. */
  readonly event: E;
  readonly from: readonly S[];
  readonly to: S;
  /** Who can cause it: a role, the payer, or a rule. */
  readonly by: readonly string[];
  /** The condition that the domain function checks before, in words. */
  readonly guard?: string;
}

interface StateFacts<P extends string = string> {
  /** The few statuses that the outside sees; several states may share one. */
  readonly public: P;
}

export interface LifecycleTable<S extends string, E extends string, P extends string> {
  readonly name: string;
  readonly initial: S;
  readonly states: Readonly<Record<S, StateFacts<P>>>;
  readonly edges: readonly Edge<S, E>[];
}

export interface Lifecycle<S extends string, E extends string, P extends string> {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  readonly events: readonly E[];
  readonly edges: readonly Edge<S, E>[];
  /** Where the event leads from this state; refused when there is no such edge. */
  next(state: S, event: E): Result<S, 'wrong_state'>;
  may(state: S, event: E): boolean;
  publicStatusOf(state: S): P;
  /** True when no edge leaves the state. */
  isFinal(state: S): boolean;
  /** The condition of a database CHECK over the states. */
  sqlCheck(column?: string): string;
  /** A mermaid state diagram. */
  diagram(): string;
}

export type StateOf<L> = L extends Lifecycle<infer S, string, string> ? S : never;
export type EventOf<L> = L extends Lifecycle<string, infer E, string> ? E : never;
export type PublicStatusOf<L> = L extends Lifecycle<string, string, infer P> ? P : never;

/**
 * Turns one literal table into everything that must agree with it. Throws at load when the table
 * contradicts itself, so a broken lifecycle never starts.
 */
export function defineLifecycle<
  const S extends string,
  const E extends string,
  const P extends string,
>(table: LifecycleTable<S, E, P>): Lifecycle<S, E, P> {
  const states = Object.keys(table.states) as S[];
  const moves = movesOf(table, new Set(states));
  mustReachAll(table, states);
  const target = (state: S, event: E): S | undefined => moves.get(`${state} ${event}`);
  return {
    name: table.name,
    initial: table.initial,
    states,
    events: [...new Set(table.edges.map((e) => e.event))],
    edges: table.edges,
    next(state, event) {
      const to = target(state, event);
      return to === undefined ? refused('wrong_state', { state, event }) : ok(to);
    },
    may: (state, event) => target(state, event) !== undefined,
    publicStatusOf: (state) => table.states[state].public,
    isFinal: (state) => !table.edges.some((e) => e.from.includes(state)),
    sqlCheck: (column = 'state') => `${column} in (${states.map((s) => `'${s}'`).join(', ')})`,
    diagram: () => diagramOf(table),
  };
}

function movesOf<S extends string, E extends string, P extends string>(
  table: LifecycleTable<S, E, P>,
  known: ReadonlySet<S>,
): Map<string, S> {
  const moves = new Map<string, S>();
  if (!known.has(table.initial)) throw new Error(`${table.name}: unknown state ${table.initial}`);
  for (const edge of table.edges) {
    for (const from of edge.from) {
      const key = `${from} ${edge.event}`;
      if (!known.has(from) || !known.has(edge.to)) {
        throw new Error(`${table.name}: edge ${edge.event} names an unknown state`);
      }
      if (moves.has(key)) throw new Error(`${table.name}: two edges for ${key}`);
      moves.set(key, edge.to);
    }
  }
  return moves;
}

function mustReachAll<S extends string, E extends string, P extends string>(
  table: LifecycleTable<S, E, P>,
  states: readonly S[],
): void {
  const reached = new Set<S>([table.initial]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const e of table.edges) if (e.from.some((f) => reached.has(f))) reached.add(e.to);
  }
  const lost = states.filter((s) => !reached.has(s));
  if (lost.length) throw new Error(`${table.name}: never reached: ${lost.join(', ')}`);
}

function diagramOf<S extends string, E extends string, P extends string>(
  table: LifecycleTable<S, E, P>,
): string {
  const lines = table.edges.flatMap((e) =>
    e.from.map((from) => `  ${from} --> ${e.to}: ${e.event}${e.guard ? ` [${e.guard}]` : ''}`),
  );
  return ['stateDiagram-v2', `  [*] --> ${table.initial}`, ...lines].join('\n');
}
