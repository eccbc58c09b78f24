import type { QuestionAnswer } from '#application';
import { expect, test } from '@jest/globals';
import {
  specFacts,
  specPassport,
  specPersonal,
  specTravel,
} from '../../../../test/support/portal-form.ts';
import { frozenOf } from '../apply/form.ts';
import { texts } from '../text/index.ts';
import { readByApplicant } from './answer-words.ts';

const answers = {
  ...{ passport: { ...specPassport, mrz: '' }, 'personal-details': specPersonal },
  'travel-plan': {
    ...specTravel,
    'arrivesOn-day': '1',
    'arrivesOn-month': '5',
    'arrivesOn-year': '2027',
  },
  contact: { phone: '+12025550142', address: '12 Example Street, Springfield' },
};
const frozenIn = (lang: 'en' | 'fr') => frozenOf(specFacts({ lang, answers }), texts.textFor(lang));
const readIn = (lang: 'en' | 'fr', asked: readonly QuestionAnswer[]) =>
  asked.map((one) => readByApplicant({ lang, t: texts.textFor(lang) }, one));
const plain = (all: readonly { question: string; answer: string }[]) =>
  all.map(({ question, answer }) => [question, answer]);

test('answers frozen in one language read in the other as if they had been given in it', () => {
  for (const [given, reader] of [
    ['fr', 'en'],
    ['en', 'fr'],
  ] as const) {
    expect(plain(readIn(reader, frozenIn(given)))).toEqual(plain(frozenIn(reader)));
  }
});

test('what was given stands beside it only where it differs', () => {
  const beside = Object.fromEntries(
    frozenIn('fr').map((asked) => [
      asked.questionId,
      readByApplicant({ lang: 'en', t: texts.textFor('en') }, asked).given,
    ]),
  );
  expect(beside).toMatchObject({
    ...{ bornOn: '17 mai 1990', nationality: 'États-Unis', purpose: 'Tourisme', sex: 'Féminin' },
    ...{ givenNames: null, port: null, address: null, phone: null, mrz: null },
  });
});

test('in the language of the answers every word is the one that was frozen', () => {
  const asked = frozenIn('fr').map((one) => ({ ...one, question: `${one.question} (2026)` }));
  expect(plain(readIn('fr', asked))).toEqual(plain(asked));
  const old: QuestionAnswer = { pageId: 'hotel', questionId: 'name', question: 'Q', answer: 'A' };
  expect(readIn('en', [old])).toEqual([{ question: 'Q', answer: 'A', given: null }]);
});
