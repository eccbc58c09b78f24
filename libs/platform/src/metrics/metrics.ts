import type { Tx } from '../database/context.ts';

/** One number for the operator's monitoring, by its labels. Counts only; nothing about anybody. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** In a library: what the worker's metrics say of its tables. */
export interface Measured {
  metrics(tx: Tx): Promise<readonly Metric[]>;
}
