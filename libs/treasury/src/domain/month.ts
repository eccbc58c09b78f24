import { addDays, dayFromIso, Temporal, type PlainDate } from '#kernel';

/** A calendar month, by its first day. */
export type Month = PlainDate;

const monthOf = (day: PlainDate): Month => day.with({ day: 1 });
export const lastDayOf = (month: Month): PlainDate => addDays(month.add({ months: 1 }), -1);
/** 2026-10. */
export const monthText = (month: Month): string => month.toString().slice(0, 7);

/** Null for anything that is no month. */
export function monthFrom(text: string): Month | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null;
  return dayFromIso(`${text}-01`);
}

/** The month that is to be closed next, if all its days are closed; null while there is none. */
export function monthToClose(o: {
  readonly lastMonth: Month | null;
  readonly firstDay: PlainDate | null;
  /** Up to which all days are closed and sealed. */
  readonly closedUntil: PlainDate | null;
}): Month | null {
  const { lastMonth, firstDay, closedUntil } = o;
  const next = lastMonth?.add({ months: 1 }) ?? (firstDay && monthOf(firstDay));
  if (!next || !closedUntil) return null;
  return Temporal.PlainDate.compare(lastDayOf(next), closedUntil) <= 0 ? next : null;
}
