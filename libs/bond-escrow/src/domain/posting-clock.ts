import { afterPauses, Temporal, type Instant, type Zone } from '#kernel';

/** Why the payer's days to post stand still: in each case it is for the state to act (R31). */
export type PostingPauseReason =
  /** A correction of the direction waits for a second person. */
  | 'correction_proposed'
  /** Officers froze the case, and two of them have not lifted it. */
  | 'case_frozen'
  /** Money that came for the bond is in suspense, or a reversal is not settled. */
  | 'money_being_settled'
  /** One of the first two, as the payer is told it: nobody is warned of a freeze. */
  | 'consulate_acts';

export interface PostingPause {
  readonly reason: PostingPauseReason;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
}

/** What both sides see of the days to post. */
export interface PostingClock {
  /** The last moment to post. While the clock stands still: what it is if that ends now. */
  readonly postBy: Instant;
  /** The pause that has lasted longest; null while the clock runs. */
  readonly paused: { readonly reason: PostingPauseReason; readonly since: Instant } | null;
}

/** The deadline that was signed, and the days in which the payer had to wait (R9, R31). */
export function postingClock(
  signed: Instant,
  pauses: readonly PostingPause[],
  zone: Zone,
  now: Instant,
): PostingClock {
  const [open] = pauses
    .filter((pause) => pause.until === null)
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  const spans = pauses.map(({ from, until }) => ({ from, until: until ?? now }));
  return {
    postBy: afterPauses(signed, spans, zone),
    paused: open ? { reason: open.reason, since: open.from } : null,
  };
}
