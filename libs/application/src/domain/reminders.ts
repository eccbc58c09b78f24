import { addDays, isOnOrBefore, type PlainDate } from '#kernel';

/** Days before the leave-by date on which the traveller is reminded of it. */
const REMINDER_DAYS = [14, 7, 2, 0] as const;

/** The first day for a reminder after that day; null when none is left. */
export const nextReminder = (leaveBy: PlainDate, after: PlainDate): PlainDate | null =>
  REMINDER_DAYS.map((days) => addDays(leaveBy, -days)).find((day) => !isOnOrBefore(day, after)) ??
  null;

export interface StayToRemind {
  readonly isTravelling: boolean;
  readonly leaveBy: PlainDate | null;
  readonly departedOn: PlainDate | null;
  readonly remindOn: PlainDate | null;
}

/** Whether a reminder is sent, and the day of the next one; undefined: it is not the day yet. */
export type Reminded = { readonly isSent: boolean; readonly next: PlainDate | null } | undefined;

/**
 * One reminder at a time, however many days were missed meanwhile: the one that is sent says the day
 * itself. None once the stay is over or its last day is. `today` is a day where the stay is.
 */
export function remind(stay: StayToRemind, today: PlainDate): Reminded {
  const { leaveBy, remindOn } = stay;
  if (!stay.isTravelling || !leaveBy || stay.departedOn || !remindOn) {
    return { isSent: false, next: null };
  }
  if (!isOnOrBefore(remindOn, today)) return undefined;
  return { isSent: isOnOrBefore(today, leaveBy), next: nextReminder(leaveBy, today) };
}
