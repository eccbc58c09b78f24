import { dayIn, daysBetween, type Instant } from '#kernel';
import type { RefundLine } from '#refund';
import type { Tone } from '#web';

export type RefundDays =
  | { readonly tone: Tone; readonly key: 'tookNoDay' | 'dueToday' }
  | { readonly tone: Tone; readonly key: 'took' | 'daysLate' | 'daysLeft'; readonly count: number };

/** How long a refund took, or how far its promised day is, in days of its consulate. */
export function refundDays(
  line: Pick<RefundLine, 'returnedOn' | 'promisedBy' | 'createdAt' | 'zone'>,
  now: Instant,
): RefundDays {
  const { returnedOn, promisedBy, createdAt, zone } = line;
  if (returnedOn) {
    const count = daysBetween(dayIn(createdAt, zone), returnedOn);
    return count < 1 ? { tone: 'good', key: 'tookNoDay' } : { tone: 'good', key: 'took', count };
  }
  const left = daysBetween(dayIn(now, zone), promisedBy);
  if (left < 0) return { tone: 'bad', key: 'daysLate', count: -left };
  return left === 0
    ? { tone: 'neutral', key: 'dueToday' }
    : { tone: 'neutral', key: 'daysLeft', count: left };
}
