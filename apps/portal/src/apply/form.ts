import type { Declaration, QuestionAnswer } from '#application';
import type { DocumentDetails, PersonDetails } from '#identity';
import type { Text } from '#web';
import type { En } from '../text/index.ts';
import type { ApplyFacts, ApplyPage } from './apply-page.ts';
import { planOf, TRAVEL_PLAN } from './passport-validity.ts';
import { contactPage } from './pages/contact.page.tsx';
import { bornOnOf, expiresOnOf, LINES, numberOf, PASSPORT, PERSONAL } from './passport-lines.ts';
import { passportPage } from './pages/passport.page.tsx';
import { personalPage } from './pages/personal.page.tsx';
import { travelPage } from './pages/travel.page.tsx';

/** The form, page by page, in the order in which it is asked. */
export const pagesOf = (facts: ApplyFacts): readonly ApplyPage[] => [
  passportPage(facts),
  personalPage(facts),
  travelPage(facts),
  contactPage(),
];

export type PageStanding = 'not_started' | 'done' | 'attention' | 'outside';

/** Where one page stands now: an answer may have gone stale since it was saved. */
export function standingOf(page: ApplyPage, facts: ApplyFacts): PageStanding {
  const values = facts.answers[page.id];
  if (!values) return 'not_started';
  if (page.errors(values, facts).length > 0) return 'attention';
  return page.next(values) === 'outside' ? 'outside' : 'done';
}

export const isComplete = (facts: ApplyFacts): boolean =>
  pagesOf(facts).every((page) => standingOf(page, facts) === 'done');

/** Whether the programme is not for this person, as far as was answered (R2). */
export const isOutside = (facts: ApplyFacts): boolean =>
  pagesOf(facts).some((page) => standingOf(page, facts) === 'outside');

/** The questions as they were asked with their answers, the declaration among them. */
export const frozenOf = (facts: ApplyFacts, t: Text<En>): QuestionAnswer[] => [
  ...pagesOf(facts).flatMap((page) =>
    page.response(facts.answers[page.id] ?? {}, t).map(({ id, ...asked }) => ({
      ...{ pageId: page.id, questionId: id, ...asked },
      language: facts.lang,
    })),
  ),
  {
    pageId: 'declaration',
    questionId: 'declared',
    question: t('apply.check.text'),
    answer: t('apply.check.declared'),
    value: 'yes',
    language: facts.lang,
  },
];

/** Who travels with which passport, and when. For a complete form only. */
export function travellerOf(facts: ApplyFacts): {
  details: PersonDetails;
  document: DocumentDetails;
  plan: Declaration['plan'];
  mrz: string;
} {
  const personal = facts.answers[PERSONAL] ?? {};
  const passport = facts.answers[PASSPORT] ?? {};
  const bornOn = bornOnOf(personal, facts.today).day;
  const expiresOn = expiresOnOf(passport, facts.today).day;
  const plan = planOf(facts.answers[TRAVEL_PLAN], facts.today);
  if (!bornOn || !expiresOn || !plan) throw new Error('a form that is not complete was submitted');
  const sex = personal.sex as PersonDetails['sex'] | '';
  return {
    details: {
      givenNames: personal.givenNames ?? '',
      familyName: personal.familyName ?? '',
      bornOn: bornOn.toString(),
      nationality: personal.nationality ?? '',
      ...(sex && { sex }),
    },
    document: {
      issuingState: passport.issuingState ?? '',
      number: numberOf(passport),
      expiresOn: expiresOn.toString(),
    },
    plan: {
      arrivesOn: plan.arrivesOn.toString(),
      stayDays: plan.days,
      purpose: facts.answers[TRAVEL_PLAN]?.purpose ?? '',
    },
    mrz: passport[LINES] ?? '',
  };
}
