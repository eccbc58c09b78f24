import { addDays, isOnOrBefore, type PlainDate } from '#kernel';

/** Days before the leave-by date on which the traveller is reminded of it. */
const REMINDER_DAYS = [14, 7, 2, 0] as const;

/** The first day for a reminder after that day; null when none is left. */
export const nextReminder = (leaveBy: PlainDate, after: PlainDate): PlainDate | null =>
  REMINDER_DAYS.map((days) => addDays(leaveBy, -days)).find((day) => !isOnOrBefore(day, after)) ??
  null;
