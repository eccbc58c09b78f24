import { kindOf, type QuestionAnswer, type QuestionId, type QuestionPage } from '#application';
import { readAnswer, type AnswerRead } from '#web';
import type { PortalView } from '../text/index.ts';

/** Where the words of each question are: the form's own. */
const WORDS = {
  passport: {
    number: 'apply.passport.number',
    issuingState: 'apply.passport.issuingState',
    expiresOn: 'apply.passport.expiresOn',
    mrz: 'apply.passport.mrz',
  },
  'personal-details': {
    givenNames: 'apply.personal.givenNames',
    familyName: 'apply.personal.familyName',
    bornOn: 'apply.personal.bornOn',
    nationality: 'apply.personal.nationality',
    sex: 'apply.personal.sex',
  },
  'travel-plan': {
    purpose: 'apply.travel.purpose',
    arrivesOn: 'apply.travel.arrivesOn',
    stayDays: 'apply.travel.stayDays',
    port: 'apply.travel.port',
    stayAddress: 'apply.travel.address',
  },
  contact: { phone: 'apply.contact.phone', address: 'apply.contact.address' },
  declaration: { declared: 'apply.check.text' },
} satisfies { [P in QuestionPage]: Record<QuestionId<P>, string> };

const CHOICES: Readonly<Record<string, string>> = {
  purpose: 'programme.purpose',
  sex: 'apply.personal.sexes',
  declared: 'papers.submitted.declared',
};

/** One answer as an applicant of that language reads it, the question as the form asks it. */
export function readByApplicant(
  { t, lang }: Pick<PortalView, 't' | 'lang'>,
  asked: QuestionAnswer,
): AnswerRead {
  const { pageId, questionId } = asked;
  const kind = kindOf(pageId, questionId);
  if (kind === null) return readAnswer(lang, asked, null);
  const words: Readonly<Record<string, string>> = WORDS[pageId as QuestionPage];
  return readAnswer(lang, asked, {
    kind,
    question: t.dynamic(words[questionId]!),
    choice: (value) => {
      const key = `${CHOICES[kind]}.${value}`;
      return t.has(key) ? t.dynamic(key) : null;
    },
  });
}
