import { Temporal, type PlainDate } from '#kernel';
import type { Answers } from './answers.ts';
import { dayOf, monthOf } from './date-parts.ts';
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

type Refuse = (key: string, part?: FieldError['part'], params?: FieldError['params']) => DateAnswer;

/** Reads the three boxes; the error says which one is missing, or what to type instead. */
export function readDate(values: Answers, q: DateQuestion): DateAnswer {
  const refuse: Refuse = (key, part = 'day', params = {}) => ({
    day: null,
    error: {
      field: q.field,
      key: `web.date.${key}`,
      params: { what: { key: q.whatKey }, ...params },
      part,
    },
  });
  const typed = PARTS.map((part) => (values[`${q.field}-${part}`] ?? '').trim());
  const missing = PARTS.filter((_, i) => typed[i] === '');
  if (missing.length === 3) return q.optional ? { day: null, error: null } : refuse('missing');
  const [firstMissing] = missing;
  if (firstMissing) return refuse(MISSING[firstMissing], firstMissing);
  return readParts(typed as [string, string, string], q, refuse);
}

function readParts(typed: [string, string, string], q: DateQuestion, refuse: Refuse): DateAnswer {
  const day = dayOf(typed[0]);
  const month = monthOf(typed[1]);
  if (day === null || day === 0) return refuse('dayUnknown', 'day');
  if (month === null || month === 0) return refuse('monthUnknown', 'month');
  const year = typed[2];
  if (/^\d{2}$/.test(year)) {
    return refuse('yearShort', 'year', { year: String(yearMeant(Number(year), q)) });
  }
  if (!/^\d{4}$/.test(year)) return refuse('year4', 'year');
  if (month > MONTHS) {
    const isSwapped = day <= MONTHS && month <= DAYS_MAX;
    return isSwapped
      ? refuse('swapped', 'day', { right: `${month} ${day} ${year}` })
      : refuse('monthUnknown', 'month');
  }
  const date = asDay(Number(year), month, day);
  if (!date) return noSuchDay(Number(year), month, day, refuse);
  const broken = q.rule && breaks(q.rule, date, q.today);
  return broken ? refuse(broken) : { day: date, error: null };
}

const MONTHS = 12;
const DAYS_MAX = 31;
const CENTURY = 100;

/** The year that two digits most likely stand for: not in the future for what is past. */
function yearMeant(twoDigits: number, { rule, today }: DateQuestion): number {
  const inThisCentury = Math.floor(today.year / CENTURY) * CENTURY + twoDigits;
  const mustBePast = rule === 'past' || rule === 'todayOrPast';
  return mustBePast && inThisCentury > today.year ? inThisCentury - CENTURY : inThisCentury;
}

function noSuchDay(year: number, month: number, day: number, refuse: Refuse): DateAnswer {
  const first = asDay(year, month, 1);
  if (!first || day > DAYS_MAX) return refuse('dayUnknown', 'day');
  const params = { month: { key: `web.month.m${month}` }, year, days: first.daysInMonth };
  return refuse('noSuchDay', 'day', params);
}

function asDay(year: number, month: number, day: number): PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
