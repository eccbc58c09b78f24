import type { DraftAnswers, PageAnswers, QuestionId } from '#application';
import type { PlainDate } from '#kernel';
import type { ListedPort } from '#programme';
import {
  answersOf,
  type Answers,
  type Asked,
  type FieldError,
  type FormPage,
  type Lang,
} from '#web';
import type { En } from '../text/index.ts';

/** Which edition of the form it is; kept with the answers. Another question is another edition. */
export const FORM_VERSION = '2026-11-2';

/** What pages must know besides what was typed on them. */
export interface ApplyFacts {
  /** The legal day in the consulate's zone. */
  readonly today: PlainDate;
  /** Whose nationals the programme is for, ISO 3166 alpha-3 (R2). */
  readonly bondedNationality: string;
  readonly purposes: readonly string[];
  readonly stayDaysMax: number;
  /** Months that the passport must be valid after the stay (R34). */
  readonly passportMarginMonths: number;
  /** Every listing of the programme's ports. */
  readonly ports: readonly ListedPort[];
  /** Of the person: answers are frozen in it. */
  readonly lang: Lang;
  /** What other pages hold. */
  readonly answers: DraftAnswers;
}

/** A question with its name, by which it is frozen, and its answer without a language. */
type Answered = Asked & { readonly id: QuestionId; readonly value: string };

export interface ApplyPage extends FormPage<En, ApplyFacts> {
  /** What the page begins with before anything was answered on it. */
  suggested?(): Answers;
  /** The page with what one of its answers says of the others; null when it says nothing. */
  fill?(values: Answers): Answers | null;
  /** Right answers in the form in which they are kept, where that is another than was typed. */
  kept?(values: Answers): Answers;
  response(...args: Parameters<FormPage<En>['response']>): Answered[];
}

/** Where the person is told that the programme is not for him; his draft is kept (R1, R2). */
export const OUTSIDE = 'outside';
export const CHECK = 'check';

const asPageAnswers = (values: Answers): PageAnswers =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v ?? '']));

/** A posted page: its own fields and nothing else. */
export const typedOn = (page: ApplyPage, body: unknown): PageAnswers =>
  asPageAnswers(answersOf(page, body));

/** Answers without an error as a draft keeps them. */
export const keptOf = (page: ApplyPage, values: PageAnswers): PageAnswers =>
  asPageAnswers(page.kept?.(values) ?? values);

export const problem = (field: string, key: string, params?: FieldError['params']): FieldError => ({
  field,
  key: `apply.error.${key}`,
  ...(params && { params }),
});

/** One text field: there, and not too long. */
export function textProblems(
  values: Answers,
  field: string,
  o: { missing: string; max: number },
): FieldError[] {
  const text = values[field] ?? '';
  if (text === '') return [problem(field, o.missing)];
  return text.length > o.max ? [problem(field, 'tooLong', { max: o.max })] : [];
}

export const only = (...errors: (FieldError | null | false | undefined)[]): FieldError[] =>
  errors.filter((e): e is FieldError => Boolean(e));
