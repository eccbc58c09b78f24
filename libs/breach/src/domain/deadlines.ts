import { addDays, dayIn, daysBetween, endOfDay, isBefore, type Instant, type Zone } from '#kernel';

const endAfter = (from: Instant, days: number, zone: Zone): Instant =>
  endOfDay(addDays(dayIn(from, zone), days), zone);

/** The last moment to reply: the end of the last day in the consulate's zone (R19). */
export const replyDeadline = (noticedAt: Instant, zone: Zone, replyDays: number): Instant =>
  endAfter(noticedAt, replyDays, zone);

export interface Pause {
  readonly from: Instant;
  readonly until: Instant;
}

/** What was left when the state had to act is left once it has acted: in calendar days (R31). */
export const afterPause = (deadline: Instant, { from, until }: Pause, zone: Zone): Instant =>
  endAfter(deadline, daysBetween(dayIn(from, zone), dayIn(until, zone)), zone);

/** The last moment to appeal; longer where the decision goes by post (R22). */
export const appealDeadline = (
  servedAt: Instant,
  zone: Zone,
  rules: { readonly appealDays: number; readonly appealDaysByPost: number },
  byPost: boolean,
): Instant => endAfter(servedAt, byPost ? rules.appealDaysByPost : rules.appealDays, zone);

export const isOver = (deadline: Instant, now: Instant): boolean => isBefore(deadline, now);
