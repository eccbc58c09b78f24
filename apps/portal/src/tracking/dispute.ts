import { isToPost, type Bond } from '#bond-escrow';
import { isBefore, type Instant } from '#kernel';
import type { OwnDispute } from '#refund';

/** A decision that changes nothing any more is told for so long. */
const TOLD_DAYS = 30;

/** What is said of a dispute; each has its texts. */
export type DisputeTold =
  | ('question' | 'question_answered' | 'to_answer' | 'no_answer' | 'answered' | 'won')
  | ('lost' | 'lost_again' | 'lost_over');

/** Null where it says nothing any more: a question that was closed, a bond that was posted again. */
export function disputeTold(
  dispute: OwnDispute,
  bond: Pick<Bond, 'state' | 'heldAt'>,
  now: Instant,
): DisputeTold | null {
  const { state, stateSince, dueBy } = dispute;
  if (state === 'question_closed') return null;
  if (state === 'won') {
    const until = stateSince.add({ hours: TOLD_DAYS * 24 });
    return isBefore(now, until) ? 'won' : null;
  }
  if (state === 'to_answer' && dueBy === null) return 'no_answer';
  if (state !== 'lost') return state;
  if (isToPost(bond.state)) return 'lost_again';
  // Posted again since. The processor tells its time in whole seconds.
  const heldAt = bond.heldAt?.round({ smallestUnit: 'second', roundingMode: 'floor' });
  if (heldAt && isBefore(stateSince, heldAt)) return null;
  return bond.state === 'held' ? 'lost' : 'lost_over';
}

const STOPPING: readonly (DisputeTold | null)[] = ['to_answer', 'no_answer', 'answered', 'lost'];

/** Whether the bank of whoever paid stops everything, until it has decided or we have settled it. */
export const isStoppedByDispute = (
  dispute: OwnDispute | null,
  bond: Pick<Bond, 'state' | 'heldAt'>,
  now: Instant,
): boolean => dispute !== null && STOPPING.includes(disputeTold(dispute, bond, now));
