import { daysBetween, type PlainDate } from '#kernel';
import { EXPORT_DAYS_MAX } from '#treasury';
import { readDate, type Answers, type FieldError } from '#web';

export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Two days that are over or today, in order, and no more than a year apart; what is wrong otherwise. */
export function readPeriod(
  values: Answers,
  today: PlainDate,
): { readonly period: Period | null; readonly errors: readonly FieldError[] } {
  const read = (field: 'from' | 'until') =>
    readDate(values, { field, whatKey: `exports.${field}What`, today, rule: 'todayOrPast' });
  const [from, until] = [read('from'), read('until')];
  const errors = [from, until].flatMap(({ error }) => error ?? []);
  if (!from.day || !until.day) return { period: null, errors };
  const days = daysBetween(from.day, until.day) + 1;
  const wrong = days < 1 ? 'order' : days > EXPORT_DAYS_MAX ? 'year' : null;
  if (wrong) return { period: null, errors: [{ field: 'until', key: `exports.errors.${wrong}` }] };
  return { period: { from: from.day, until: until.day }, errors };
}
