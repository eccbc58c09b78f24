import { describe, expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { Temporal } from '#kernel';
import type { ShellView } from '../page/view.ts';
import { createTexts } from '../text/texts.ts';
import { dateAnswers, dateFields, readDate, type DateRule } from './date.ts';
import { errorText, fieldErrors, summaryItems } from './errors.ts';
import { DateField } from './fields.tsx';

const en = { birth: 'your date of birth' } as const;
const fr = { birth: 'votre date de naissance' };
const texts = createTexts({ asked: { en, fr } });
const viewIn = (lang: 'en' | 'fr') => {
  const view: ShellView & { t: ReturnType<typeof texts.textFor> } = {
    t: texts.textFor(lang),
    lang,
    site: 'portal',
    path: '/name',
    nonce: 'n',
    csrf: 'token',
    account: null,
    asset: (name) => `/assets/${name}`,
    shell: {},
    idleSeconds: 1800,
  };
  return view;
};

describe('dates', () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const read = (day: string, month: string, year: string, rule?: DateRule, optional = false) =>
    readDate(
      { 'dob-day': day, 'dob-month': month, 'dob-year': year },
      { field: 'dob', whatKey: 'asked.birth', today, rule, optional },
    );
  const said = (...input: Parameters<typeof read>) => {
    const { error } = read(...input);
    return (
      error && [
        errorText(texts.textFor('en'), error),
        summaryItems(texts.textFor('en'), [error])[0]?.href,
      ]
    );
  };

  test('a real date is a day', () => {
    expect(read(' 29', '02', '2024 ').day?.toString()).toBe('2024-02-29');
  });

  test.each([
    ['5', 'May', '1990-05-05'],
    ['5', 'mai', '1990-05-05'],
    ['5', 'Févr.', '1990-02-05'],
    ['5th', 'sept', '1990-09-05'],
    ['1er', '5', '1990-05-01'],
    ['22nd', 'AOUT', '1990-08-22'],
    ['3', 'juil.', '1990-07-03'],
  ])('%s %s 1990 is understood', (day, month, iso) => {
    expect(read(day, month, '1990').day?.toString()).toBe(iso);
  });

  test.each<[Parameters<typeof read>, string, string]>([
    [['', '', ''], 'Enter your date of birth', '#dob-day'],
    [['', '2', '1990'], 'Your date of birth must include a day', '#dob-day'],
    [['3', '', '1990'], 'Your date of birth must include a month', '#dob-month'],
    [['3', '2', ''], 'Your date of birth must include a year', '#dob-year'],
    [
      ['3', '2', '90', 'past'],
      'The year of your date of birth must have 4 digits, for example 1990',
      '#dob-year',
    ],
    [
      ['3', '2', '20', 'past'],
      'The year of your date of birth must have 4 digits, for example 2020',
      '#dob-year',
    ],
    [
      ['3', '2', '31', 'future'],
      'The year of your date of birth must have 4 digits, for example 2031',
      '#dob-year',
    ],
    [['3', '2', '990'], 'The year of your date of birth must have 4 digits', '#dob-year'],
    [['29', '2', '2027'], 'Check your date of birth: February 2027 has 28 days', '#dob-day'],
    [
      ['5', '17', '1990'],
      'Put the day of your date of birth before the month: 17 5 1990',
      '#dob-day',
    ],
    [
      ['32', '1', '1990'],
      'The day of your date of birth must be a number from 1 to 31',
      '#dob-day',
    ],
    [['x', '1', '2023'], 'The day of your date of birth must be a number from 1 to 31', '#dob-day'],
    [['0', '1', '2023'], 'The day of your date of birth must be a number from 1 to 31', '#dob-day'],
    [
      ['20', '13', '2023'],
      'The month of your date of birth must be a number from 1 to 12, or its name',
      '#dob-month',
    ],
    [
      ['1', 'ju', '2023'],
      'The month of your date of birth must be a number from 1 to 12, or its name',
      '#dob-month',
    ],
    [
      ['1', 'jui', '2023'],
      'The month of your date of birth must be a number from 1 to 12, or its name',
      '#dob-month',
    ],
    [['24', '11', '2026', 'past'], 'Your date of birth must be in the past', '#dob-day'],
    [['24', '11', '2026', 'future'], 'Your date of birth must be in the future', '#dob-day'],
    [
      ['25', '11', '2026', 'todayOrPast'],
      'Your date of birth must be today or in the past',
      '#dob-day',
    ],
    [
      ['23', '11', '2026', 'todayOrFuture'],
      'Your date of birth must be today or in the future',
      '#dob-day',
    ],
  ])('%j', (input, words, href) => {
    expect(said(...input)).toEqual([words, href]);
  });

  test.each<[string, DateRule]>([
    ['23', 'past'],
    ['25', 'future'],
    ['24', 'todayOrPast'],
    ['24', 'todayOrFuture'],
  ])('the %sth is fine for %s', (day, rule) => {
    expect(read(day, '11', '2026', rule).error).toBeNull();
  });

  test('may be left out when it is optional, but not half', () => {
    expect(read('', '', '', undefined, true)).toEqual({ day: null, error: null });
    expect(said('3', '', '', undefined, true)?.[1]).toBe('#dob-month');
  });

  test('shown again with names that are read again, and the wrong box marked', () => {
    const values = dateAnswers('dob', Temporal.PlainDate.from('1990-02-03'));
    expect(Object.keys(values)).toEqual(dateFields('dob'));
    const list = [read('3', '', '1990').error].flatMap((e) => e ?? []);
    const html = renderToString(
      <DateField
        view={viewIn('fr')}
        name="dob"
        label="x"
        values={values}
        errors={fieldErrors(viewIn('fr'), list)}
      />,
    );
    const boxes = [...html.matchAll(/<input[^>]*>/g)].map(([box]) => box);
    expect(boxes.map((b) => /name="([^"]+)"/.exec(b)?.[1])).toEqual(dateFields('dob'));
    expect(boxes.map((b) => b.includes('govuk-input--error'))).toEqual([false, true, false]);
    expect(html).toContain('Votre date de naissance\u00a0: indiquez le mois');
  });
});
