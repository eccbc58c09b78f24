import { ok, refused, type Result } from '#kernel';
import { directionLifecycle, type DirectionState } from './direction.lifecycle.ts';

export interface DirectionOnDesk {
  readonly state: DirectionState;
  readonly proposedBy: string;
  /** Of the case now; a direction belongs to a review that is still open. */
  readonly caseState: string;
}

/** Whether this person may decide it: never the one who proposed it (R8). */
export function mayDecideDirection(
  { state, proposedBy, caseState }: DirectionOnDesk,
  event: 'approved' | 'declined',
  personId: string,
): Result<DirectionState, 'wrong_state' | 'same_person'> {
  const next = directionLifecycle.next(state, event);
  if (!next.ok) return next;
  if (personId === proposedBy) return refused('same_person');
  if (event === 'approved' && caseState !== 'in_review') {
    return refused('wrong_state', { state: caseState });
  }
  return ok(next.value);
}
