import { daysBetween, type PlainDate } from '#kernel';

/** How long ago a day is, as people say it. */
export type Age =
  { readonly key: 'today' | 'yesterday' } | { readonly key: 'days'; readonly count: number };

/** A day that has not come yet, as of another zone or of a clock that was moved, is today. */
export function ageOf(day: PlainDate, today: PlainDate): Age {
  const count = daysBetween(day, today);
  if (count < 1) return { key: 'today' };
  return count === 1 ? { key: 'yesterday' } : { key: 'days', count };
}
