import { addDays, dayIn, endOfDay, isBefore, type Instant, type Zone } from '#kernel';

const endAfter = (from: Instant, days: number, zone: Zone): Instant =>
  endOfDay(addDays(dayIn(from, zone), days), zone);

/** The last moment to reply: the end of the last day in the consulate's zone (R19). */
export const replyDeadline = (noticedAt: Instant, zone: Zone, replyDays: number): Instant =>
  endAfter(noticedAt, replyDays, zone);

/** The last moment to appeal; longer where the decision goes by post (R22). */
export const appealDeadline = (
  servedAt: Instant,
  zone: Zone,
  rules: { readonly appealDays: number; readonly appealDaysByPost: number },
  byPost: boolean,
): Instant => endAfter(servedAt, byPost ? rules.appealDaysByPost : rules.appealDays, zone);

export const isOver = (deadline: Instant, now: Instant): boolean => isBefore(deadline, now);
