import type { Tx } from '#platform';
import type { Applied, FactRef, ProcessorFact, RefOf } from '../domain/facts.ts';

/**
 * Who applies facts of one kind. `versionOf` is asked before the fact is fetched, `apply` compares
 * under lock: when the row has moved since, the fact may be older than the row and is fetched again.
 */
export interface FactHandler<Fact extends ProcessorFact, Ref extends FactRef = RefOf<Fact>> {
  /** The version of the row it is about; null when we have none. */
  versionOf(tx: Tx, ref: Ref): Promise<number | null>;
  /** All in this transaction. `stale` and `later` must have changed nothing. */
  apply(tx: Tx, fact: Fact, seenVersion: number | null): Promise<Applied>;
}

export type FactRouter = FactHandler<ProcessorFact>;

/** The one handler of each kind of fact. */
export type FactHandlers = {
  readonly [Kind in ProcessorFact['kind']]: FactHandler<Extract<ProcessorFact, { kind: Kind }>>;
};

/** Gives each fact to the handler of its kind. */
export function routeFacts(handlers: FactHandlers): FactRouter {
  const of = (kind: ProcessorFact['kind']): FactRouter => handlers[kind];
  return {
    versionOf: (tx, ref) => of(ref.kind).versionOf(tx, ref),
    apply: (tx, fact, seenVersion) => of(fact.kind).apply(tx, fact, seenVersion),
  };
}
