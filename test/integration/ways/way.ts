/**
 * How an edge of a lifecycle comes about: a page or a call of one of our sites, a part of the sweep, a
 * job, or the loop that works the processor's events. All of them are looked up in the programs.
 */
export type Way =
  | `${'portal' | 'officer' | 'api'} POST /${string}`
  | `sweep ${string}`
  | `job ${string}`
  | 'loop inbox';

/** By event: the same ways from every state, or ways for each of the states it leaves. */
type Ways = readonly Way[] | Readonly<Record<string, readonly Way[]>>;

/** Nobody does this today; the table of the lifecycle has the edge for who will. */
export const NOBODY: readonly Way[] = [];

export interface LifecycleWays {
  readonly ways: Readonly<Record<string, Ways>>;
  /** Where a row may stay for ever. */
  readonly ends: readonly string[];
  /** Where rows begin, if not at the initial state. */
  readonly begins?: readonly string[];
}
