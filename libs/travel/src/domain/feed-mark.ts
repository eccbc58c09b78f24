import {
  addDays,
  dayIn,
  isOnOrBefore,
  Temporal,
  type Instant,
  type PlainDate,
  type Zone,
} from '#kernel';

// Clocks of border posts may be a little ahead of ours.
const AHEAD_MINUTES_MAX = 5;
const OLDEST = Temporal.PlainDate.from('2025-10-01'); // before the first bond programme

/** A mark as a border system states it, its fields well formed. */
export interface StatedMark {
  /** The last day whose records have all been sent, a day in the port's zone. */
  readonly through: PlainDate;
  /** It takes back an earlier mark. */
  readonly isCorrection: boolean;
}

/** A correction is a mark of its own that says so; nothing is ever changed. */
export type MarkKind = 'mark' | 'correction';

export type MarkTaken =
  | { readonly kind: MarkKind }
  /** Stated before: no news. */
  | 'duplicate'
  /** Earlier than what was stated, without the word that it is a correction. */
  | 'lower_than_before'
  | { readonly field: 'through' | 'correction'; readonly message: string };

/**
 * What becomes of a mark (R16): only of days that are over at the port, and never back without saying
 * so. `last` is what this border system stated last for the port.
 */
export function takeMark(
  { through, isCorrection }: StatedMark,
  last: PlainDate | null,
  now: Instant,
  zone: Zone,
): MarkTaken {
  const today = dayIn(now.add({ minutes: AHEAD_MINUTES_MAX }), zone);
  if (!isOnOrBefore(through, addDays(today, -1))) {
    return { field: 'through', message: 'must be a day that is over at the port' };
  }
  if (!isOnOrBefore(OLDEST, through)) {
    return { field: 'through', message: 'must not be before 2025-10-01' };
  }
  const isLower = last !== null && !isOnOrBefore(last, through);
  if (isCorrection && !isLower) {
    return {
      field: 'correction',
      message: 'must be left out unless the day is before the one that was stated last',
    };
  }
  if (isLower) return isCorrection ? { kind: 'correction' } : 'lower_than_before';
  return last?.equals(through) ? 'duplicate' : { kind: 'mark' };
}
