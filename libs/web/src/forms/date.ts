import { Temporal, type PlainDate } from '#kernel';
import type { Answers } from './answers.ts';
import type { FieldError } from './errors.ts';

export type DateRule = 'past' | 'future' | 'todayOrPast' | 'todayOrFuture';
export type DateQuestion = {
  field: string;
  /** Key of a text that names the date inside a sentence: "your date of birth". */
  whatKey: string;
  /** The legal day it is now, for the rule. */
  today: PlainDate;
  rule?: DateRule;
  /** All three boxes may be empty. */
  optional?: boolean;
};
export type DateAnswer =
  | { readonly day: PlainDate; readonly error: null }
  | { readonly day: null; readonly error: FieldError | null };

const PARTS = ['day', 'month', 'year'] as const;
const MISSING = { day: 'missingDay', month: 'missingMonth', year: 'missingYear' } as const;

/** The names of the boxes of a date field. */
export const dateFields = (field: string): string[] => PARTS.map((part) => `${field}-${part}`);

/** The boxes' values for a day, to show it again. */
export const dateAnswers = (field: string, day: PlainDate | null): Answers =>
  day === null
    ? {}
    : {
        [`${field}-day`]: String(day.day),
        [`${field}-month`]: String(day.month),
        [`${field}-year`]: String(day.year),
      };

function breaks(rule: DateRule, day: PlainDate, today: PlainDate): string | null {
  const order = Temporal.PlainDate.compare(day, today);
  if (rule === 'past') return order < 0 ? null : 'notPast';
  if (rule === 'future') return order > 0 ? null : 'notFuture';
  if (rule === 'todayOrPast') return order <= 0 ? null : 'notTodayOrPast';
  return order >= 0 ? null : 'notTodayOrFuture';
}

/** Reads the three boxes; the error says which one is missing or what is wrong with the whole. */
export function readDate(values: Answers, q: DateQuestion): DateAnswer {
  const refuse = (key: string, part?: FieldError['part']): DateAnswer => ({
    day: null,
    error: {
      field: q.field,
      key: `web.date.${key}`,
      params: { what: { key: q.whatKey } },
      part: part ?? 'day',
    },
  });
  const typed = PARTS.map((part) => (values[`${q.field}-${part}`] ?? '').trim());
  const missing = PARTS.filter((_, i) => typed[i] === '');
  if (missing.length === 3) return q.optional ? { day: null, error: null } : refuse('missing');
  const [firstMissing] = missing;
  if (firstMissing) return refuse(MISSING[firstMissing], firstMissing);
  const [day = '', month = '', year = ''] = typed;
  if (!/^\d{1,2}$/.test(day)) return refuse('notReal', 'day');
  if (!/^\d{1,2}$/.test(month)) return refuse('notReal', 'month');
  if (!/^\d{4}$/.test(year)) return refuse('year4', 'year');
  const date = asDay(Number(year), Number(month), Number(day));
  if (!date) return refuse('notReal');
  const broken = q.rule && breaks(q.rule, date, q.today);
  return broken ? refuse(broken) : { day: date, error: null };
}

function asDay(year: number, month: number, day: number): PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
