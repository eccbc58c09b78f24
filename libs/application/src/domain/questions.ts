/**
 * What kind of value a question's answer is, which is how it can be read in another language than it
 * was given in. `text` and `port` are the same in every language: own words, numbers, proper names.
 */
export type AnswerKind =
  'text' | 'day' | 'days' | 'country' | 'port' | 'purpose' | 'sex' | 'declared';

/**
 * The questions of the form, by page and question, as answers are frozen under them. Who asks them
 * and who reads the answers are two sites: the words are theirs, the names are here.
 */
export const questions = {
  passport: { number: 'text', issuingState: 'country', expiresOn: 'day', mrz: 'text' },
  'personal-details': {
    givenNames: 'text',
    familyName: 'text',
    bornOn: 'day',
    nationality: 'country',
    sex: 'sex',
  },
  'travel-plan': {
    purpose: 'purpose',
    arrivesOn: 'day',
    stayDays: 'days',
    port: 'port',
    stayAddress: 'text',
  },
  contact: { phone: 'text', address: 'text' },
  declaration: { declared: 'declared' },
} as const satisfies Record<string, Record<string, AnswerKind>>;

type Questions = typeof questions;
export type QuestionPage = keyof Questions;
export type QuestionId<P extends QuestionPage = QuestionPage> = P extends QuestionPage
  ? keyof Questions[P] & string
  : never;

/** Null for a question of another edition of the form. */
export function kindOf(pageId: string, questionId: string): AnswerKind | null {
  const page: Readonly<Record<string, AnswerKind>> | undefined = Object.hasOwn(questions, pageId)
    ? questions[pageId as QuestionPage]
    : undefined;
  return page && Object.hasOwn(page, questionId) ? (page[questionId] ?? null) : null;
}
