import type { Lifecycle } from './lifecycle.ts';
import { ok, refused, type Result } from './result.ts';

/** What one person proposed, for another to answer. */
interface Proposed<S extends string> {
  readonly state: S;
  readonly proposedBy: string | null;
}

/**
 * Whether this person may be the second of two: the lifecycle allows the answer, and somebody else
 * proposed it. `own` is the answer that who proposed it may give as well: to take it back.
 */
export function mayBeSecond<S extends string, E extends string>(
  lifecycle: Pick<Lifecycle<S, E, string>, 'next'>,
  proposed: Proposed<NoInfer<S>>,
  event: NoInfer<E>,
  personId: string,
  own?: NoInfer<E>,
): Result<S, 'wrong_state' | 'same_person'> {
  const next = lifecycle.next(proposed.state, event);
  if (!next.ok) return next;
  const isOwn = proposed.proposedBy === personId && event !== own;
  return isOwn ? refused('same_person') : ok(next.value);
}
