import { questions } from '#application';
import { expect, test } from '@jest/globals';
import {
  specFacts,
  specPassport,
  specPersonal,
  specTravel,
} from '../../../../test/support/portal-form.ts';
import { texts } from '../text/index.ts';
import { frozenOf } from './form.ts';

const contact = { phone: '+12025550142', address: '12 Example Street, Springfield' };
const answers = {
  ...{ passport: specPassport, 'personal-details': specPersonal },
  ...{ 'travel-plan': specTravel, contact },
};
const frozenIn = (lang: 'en' | 'fr', given: typeof answers | Record<string, never> = answers) =>
  frozenOf(specFacts({ lang, answers: given }), texts.textFor(lang));

test('what is frozen are the questions that both sites know, each once', () => {
  const known = Object.entries(questions).flatMap(([page, list]) =>
    Object.keys(list).map((id) => `${page} ${id}`),
  );
  expect(
    frozenIn('en')
      .map((a) => `${a.pageId} ${a.questionId}`)
      .sort(),
  ).toEqual(known.sort());
});

test('values are the same in whichever language the form was filled in', () => {
  const values = (lang: 'en' | 'fr') =>
    Object.fromEntries(frozenIn(lang).map((a) => [a.questionId, a.value]));
  expect(values('en')).toEqual(values('fr'));
  expect(values('fr')).toMatchObject({
    arrivesOn: '2026-11-24',
    purpose: 'tourism',
    stayDays: '30',
    port: 'BKO',
    nationality: 'USA',
    phone: '+12025550142',
    declared: 'yes',
  });
  expect(new Set(frozenIn('fr').map((a) => a.language))).toEqual(new Set(['fr']));
});

test('a question without an answer has an empty value, not the words for it', () => {
  const values = frozenIn('en', {}).filter((a) => a.questionId !== 'declared');
  expect(values.filter((a) => a.value !== '')).toEqual([]);
});
