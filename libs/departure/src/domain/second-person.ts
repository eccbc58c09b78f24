import { ok, refused, type Result } from '#kernel';

/** What the second of two people makes of what the first proposed. */
export type SecondAnswer = 'accepted' | 'refused' | 'sent_back';

/** Whether this person may answer: it is proposed, and somebody else did. */
export function mayAnswer<S extends string>(
  lifecycle: { next(state: S, event: SecondAnswer): Result<S, 'wrong_state'> },
  proposed: { readonly state: S; readonly proposedBy: string | null },
  answer: SecondAnswer,
  personId: string,
): Result<S, 'wrong_state' | 'same_person'> {
  const next = lifecycle.next(proposed.state, answer);
  if (!next.ok) return next;
  return proposed.proposedBy === personId ? refused('same_person') : ok(next.value);
}
