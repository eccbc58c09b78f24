import {
  addDays,
  dayIn,
  daysBetween,
  endOfDay,
  Temporal,
  type Instant,
  type Zone,
} from './time.ts';

/** While a clock stood still, because the other side had to act. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What was left of a deadline when the other side had to act is left once it has acted (R31): in
 * calendar days, and days of several pauses count once.
 */
export function afterPauses(deadline: Instant, pauses: readonly Pause[], zone: Zone): Instant {
  let days = 0;
  let counted: Instant | null = null;
  for (const { from, until } of pauses.toSorted((a, b) =>
    Temporal.Instant.compare(a.from, b.from),
  )) {
    const start: Instant = counted === null ? from : later(counted, from);
    days += Math.max(0, daysBetween(dayIn(start, zone), dayIn(until, zone)));
    counted = later(start, until);
  }
  return days === 0 ? deadline : endOfDay(addDays(dayIn(deadline, zone), days), zone);
}

const later = (a: Instant, b: Instant): Instant => (Temporal.Instant.compare(a, b) < 0 ? b : a);
