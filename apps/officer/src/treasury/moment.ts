import { dayIn, isBefore, Temporal, type Instant } from '#kernel';
import { dateFields, pickAnswers, readDate, type Answers, type FieldError } from '#web';

const FIELDS = [...dateFields('at'), 'time'];
const TIME = /^([01]?\d|2[0-3]) ?[:.h] ?([0-5]\d)$/i;

/** As of when the books are asked for. */
export interface AskedMoment {
  /** Null for now. All that was learned before it counts. */
  readonly at: Instant | null;
  /** As typed, also what is wrong with it. */
  readonly values: Answers;
  readonly errors: readonly FieldError[];
}

/** Day and time in UTC, out of an address. A day without a time is asked for as it ended. */
export function readMoment(query: Readonly<Record<string, unknown>>, now: Instant): AskedMoment {
  const values = pickAnswers(query, FIELDS);
  if (FIELDS.every((field) => !values[field])) return { at: null, values, errors: [] };
  const { day, error } = readDate(values, {
    ...{ field: 'at', whatKey: 'treasury.moment.what', today: dayIn(now, 'UTC') },
    rule: 'todayOrPast',
  });
  const wrong = (errors: readonly FieldError[]) => ({ at: null, values, errors });
  const time = values['time'] ?? '';
  const [, hour, minute] = TIME.exec(time) ?? [];
  const errors = [
    ...(error ? [error] : []),
    ...(time && hour === undefined ? [{ field: 'time', key: 'treasury.moment.timeWrong' }] : []),
  ];
  if (!day || errors.length > 0) return wrong(errors);
  if (!time) {
    const end = day.add({ days: 1 }).toZonedDateTime('UTC').toInstant();
    return { at: isBefore(now, end) ? null : end, values, errors };
  }
  const plainTime = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
  const at = day.toZonedDateTime({ timeZone: 'UTC', plainTime }).toInstant();
  if (isBefore(now, at)) return wrong([{ field: 'time', key: 'treasury.moment.future' }]);
  return { at, values, errors };
}

/** The same moment in another address; nothing for now. */
export const momentQuery = ({ values }: AskedMoment): Record<string, string> =>
  Object.fromEntries(FIELDS.map((field) => [field, values[field] ?? '']));
