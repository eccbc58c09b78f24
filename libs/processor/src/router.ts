import type { Tx } from '#platform';
import type { Applied, FactRef, ProcessorFact } from './domain/facts.ts';

/**
 * Who applies facts. `versionOf` is asked before the fact is fetched, `apply` compares under lock:
 * when the row has moved since, the fact may be older than the row and is fetched again.
 */
export interface FactRouter {
  /** The version of the row it is about; null when we have none. */
  versionOf(ref: FactRef): Promise<number | null>;
  /** All in this transaction. `stale` and `later` must have changed nothing. */
  apply(tx: Tx, fact: ProcessorFact, seenVersion: number | null): Promise<Applied>;
}
