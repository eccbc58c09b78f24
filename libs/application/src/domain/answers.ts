import { ok, refused, type Result } from '#kernel';

/** Answers of one page, by question. */
export type PageAnswers = Readonly<Record<string, string>>;
/** A draft: pages as far as they were filled in, right or not. */
export type DraftAnswers = Readonly<Record<string, PageAnswers>>;

/** One question as it was asked, in the applicant's language, with the answer given. */
export interface QuestionAnswer {
  readonly pageId: string;
  readonly questionId: string;
  readonly question: string;
  readonly answer: string;
  /**
   * What was answered, without a language: a day as 2027-05-01, a state as its code, a choice as its
   * name, text as it was typed; empty when nothing was. Submissions before this have none.
   */
  readonly value?: string;
  /** In which language it was asked and answered; submissions before this do not say. */
  readonly language?: 'en' | 'fr';
}

export const ANSWER_CHARS_MAX = 500;
const QUESTION_CHARS_MAX = 500;
export const ANSWERS_MAX = 60;

export type AnswersRefusal = 'no_answers' | 'too_many_answers' | 'answer_too_long';

const NAME = /^[a-z][A-Za-z0-9_-]{0,59}$/;

/** Names come from our own forms; any other is a bug there. */
function mustBeNames(names: readonly string[]): void {
  const bad = names.filter((n) => !NAME.test(n));
  if (bad.length) throw new TypeError(`not the name of a page or question: ${bad.length} of them`);
}

const tooLong = (answer: string) => answer.length > ANSWER_CHARS_MAX;

/** The draft with one page replaced. Other pages stay as they were. */
export function withPage(
  draft: DraftAnswers,
  pageId: string,
  answers: PageAnswers,
): Result<DraftAnswers, AnswersRefusal> {
  mustBeNames([pageId, ...Object.keys(answers)]);
  const long = Object.keys(answers).find((q) => tooLong(answers[q] ?? ''));
  if (long) return refused('answer_too_long', { field: long, max: `${ANSWER_CHARS_MAX}` });
  const next = { ...draft, [pageId]: { ...answers } };
  const count = Object.values(next).reduce((n, page) => n + Object.keys(page).length, 0);
  return count > ANSWERS_MAX ? refused('too_many_answers', { max: `${ANSWERS_MAX}` }) : ok(next);
}

/** What is frozen at submission must be there and within limits. */
export function mayFreeze(frozen: readonly QuestionAnswer[]): Result<true, AnswersRefusal> {
  mustBeNames(frozen.flatMap((f) => [f.pageId, f.questionId]));
  if (frozen.length === 0) return refused('no_answers');
  if (frozen.length > ANSWERS_MAX) return refused('too_many_answers', { max: `${ANSWERS_MAX}` });
  const long = frozen.find((f) => tooLong(f.answer) || tooLong(f.value ?? ''));
  if (long)
    return refused('answer_too_long', { field: long.questionId, max: `${ANSWER_CHARS_MAX}` });
  const wordy = frozen.find((f) => f.question.length > QUESTION_CHARS_MAX);
  if (wordy) throw new TypeError(`question too long: ${wordy.questionId}`);
  return ok(true);
}
