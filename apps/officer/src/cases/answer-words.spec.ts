import { kindOf, questions, type QuestionAnswer } from '#application';
import { expect, test } from '@jest/globals';
import { texts } from '../text/index.ts';
import { readByOfficer } from './answer-words.ts';

const reader = (lang: 'en' | 'fr') => ({ lang, t: texts.textFor(lang) });
const given = (
  [pageId, questionId]: readonly [string, string],
  answer: string,
  value?: string,
): QuestionAnswer => ({
  ...{ pageId, questionId, question: 'La question', answer, language: 'fr' as const },
  ...(value !== undefined && { value }),
});

test.each([
  [
    ['travel-plan', 'arrivesOn'],
    '1er mai 2027',
    '2027-05-01',
    'Planned date of arrival',
    '1 May 2027',
  ],
  [['travel-plan', 'purpose'], 'Tourisme', 'tourism', 'Purpose of the visit', 'Tourism'],
  [['travel-plan', 'stayDays'], '12 jours', '12', 'Planned length of stay', '12 days'],
  [['personal-details', 'nationality'], 'États-Unis', 'USA', 'Nationality', 'United States'],
  [['personal-details', 'sex'], 'Féminin', 'female', 'Sex, as shown in the passport', 'Female'],
] as const)('%s is read in English, with the French words', (at, answer, value, question, read) => {
  expect(readByOfficer(reader('en'), given(at, answer, value))).toEqual({
    ...{ question, answer: read, given: answer },
  });
});

test('own words and names stay as they were given, and what was left out is said', () => {
  const address = given(['travel-plan', 'stayAddress'], 'Hôtel du fleuve', 'Hôtel du fleuve');
  expect(readByOfficer(reader('en'), address)).toMatchObject({
    answer: 'Hôtel du fleuve',
    given: null,
  });
  const port = given(['travel-plan', 'port'], 'Bamako–Sénou (BKO)', 'BKO');
  expect(readByOfficer(reader('en'), port)).toMatchObject({ answer: port.answer, given: null });
  const sex = given(['personal-details', 'sex'], 'Non indiqué', '');
  expect(readByOfficer(reader('en'), sex)).toMatchObject({ answer: 'Not given', given: null });
});

test('who reads the language it was given in reads it as it was given', () => {
  const day = given(['travel-plan', 'arrivesOn'], '1er mai 2027', '2027-05-01');
  expect(readByOfficer(reader('fr'), day)).toEqual({
    ...{ question: 'La question', answer: '1er mai 2027', given: null },
  });
});

test('what was frozen without a value, or under another name, is shown as it was', () => {
  const old = given(['travel-plan', 'arrivesOn'], '1er mai 2027');
  expect(readByOfficer(reader('en'), old)).toMatchObject({ question: 'La question', given: null });
  const other = given(['travel', 'hotel'], 'Oui', 'yes');
  expect(readByOfficer(reader('en'), other)).toMatchObject({
    question: 'La question',
    answer: 'Oui',
  });
  const unread = given(['travel-plan', 'arrivesOn'], 'un jour', 'not a day');
  expect(readByOfficer(reader('en'), unread)).toMatchObject({ answer: 'un jour', given: null });
});

test('every question has words in both languages', () => {
  const missing = Object.entries(questions).flatMap(([page, list]) =>
    Object.keys(list).filter((id) =>
      (['en', 'fr'] as const).some(
        (lang) => !texts.textFor(lang).has(`answers.question.${page}.${id}`),
      ),
    ),
  );
  expect(missing).toEqual([]);
  expect(kindOf('passport', 'number')).toBe('text');
});
