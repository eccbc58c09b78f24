import { ok, refused, type Result } from '#kernel';
import {
  candidateLifecycle,
  type CandidateEvent,
  type CandidateState,
} from './candidate.lifecycle.ts';

export type CandidateAnswerRefusal =
  'wrong_state' | 'same_person' | 'other_proposed' | 'record_changed';

/** What a person's answer is decided on. */
export interface CandidateFacts {
  readonly candidate: { readonly state: CandidateState; readonly proposedBy: string | null };
  /** Whether the record still waits for its traveller. */
  readonly isUnmatched: boolean;
  /** Another candidate of the same record is proposed. */
  readonly isOtherProposed: boolean;
}

/**
 * Whether this person may answer so. Joining takes two: the record may then return a bond by itself
 * (R15). Who proposed it takes it back, another person declines it.
 */
export function mayAnswerCandidate(
  { candidate, isUnmatched, isOtherProposed }: CandidateFacts,
  event: Exclude<CandidateEvent, 'overtaken'>,
  personId: string,
): Result<CandidateState, CandidateAnswerRefusal> {
  const next = candidateLifecycle.next(candidate.state, event);
  if (!next.ok) return refused('wrong_state');
  if (!isUnmatched) return refused('record_changed');
  if (event === 'join_proposed' && isOtherProposed) return refused('other_proposed');
  if (event === 'joined' && candidate.proposedBy === personId) return refused('same_person');
  return ok(next.value);
}
