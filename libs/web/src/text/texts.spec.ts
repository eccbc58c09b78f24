import { expect, test } from '@jest/globals';
import { en, fr } from './shell.text.ts';
import { fromAcceptLanguage, inLanguage, negotiate } from './language.ts';
import { createTexts, shellText, type TextTree } from './texts.ts';
import type { SameKeys } from './same-keys.ts';

const leaves = (tree: TextTree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );
const placesIn = (text: string) => [...text.matchAll(/{{\w+}}|%\w+%/g)].map(String).sort();

test('the shell says the same things in both languages, with the same values', () => {
  const [english, french] = [new Map(leaves(en)), new Map(leaves(fr))];
  expect([...french.keys()]).toEqual([...english.keys()]);
  for (const [key, text] of english) {
    const other = french.get(key) ?? '';
    expect([key, text.trim().length > 0, other.trim().length > 0]).toEqual([key, true, true]);
    expect([key, placesIn(other)]).toEqual([key, placesIn(text)]);
  }
});

test('no line of French breaks before a sign, nor after an opening quote', () => {
  const t = shellText('fr');
  const shown = leaves(fr).map(([key, text]) =>
    t.dynamic(
      `web.${key}`,
      Object.fromEntries([...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => [name!, 2])),
    ),
  );
  expect(shown.filter((text) => / [:;?!»]|« |'/.test(text))).toEqual([]);
});

const english = {
  status: { submitted: 'Sent on {{when}}' },
  days_one: '{{count}} day',
  days_other: '{{count}} days',
} as const;
const french: SameKeys<typeof english> = {
  status: { submitted: 'Envoyé le {{when}}' },
  days_one: '{{count}} jour',
  days_other: '{{count}} jours',
};
const texts = createTexts({ case: { en: english, fr: french } });

test('values go in as they are; escaping is the page’s work', () => {
  const t = texts.textFor('en');
  expect(t('case.status.submitted', { when: '<b>&' })).toBe('Sent on <b>&');
});

test('plurals follow the language: French counts 0 as one, and millions as many', () => {
  const count = (lang: 'en' | 'fr', n: number) => texts.textFor(lang)('case.days', { count: n });
  expect([0, 1, 2].map((n) => count('en', n))).toEqual(['0 days', '1 day', '2 days']);
  expect([0, 1, 2].map((n) => count('fr', n))).toEqual(['0 jour', '1 jour', '2 jours']);
  expect(count('fr', 1_000_000)).toBe('1000000 jours');
});

test('the compiler knows keys and values; running code refuses unknown keys', () => {
  const t = texts.textFor('fr');
  // @ts-expect-error no such key
  expect(() => t('case.status.gone')).toThrow('no text has the key');
  // @ts-expect-error the text wants `when`
  t('case.status.submitted');
  // @ts-expect-error `count` is a number
  t('case.days', { count: '3' });
  expect(t.dynamic('web.back')).toBe('Retour');
  expect([t.has('case.days'), t.has('case.nothing')]).toEqual([true, false]);
});

test('a French text that is missing does not compile', () => {
  // @ts-expect-error `status` is missing
  const wrong: SameKeys<typeof english> = { days_one: '', days_other: '' };
  expect(wrong).toBeDefined();
});

test.each([
  ['fr', 'fr'],
  ['fr-ML,fr;q=0.9,en;q=0.8', 'fr'],
  ['en;q=0.4, fr;q=0.5', 'fr'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['de, bm', null],
  ['', null],
  [undefined, null],
])('Accept-Language %j is %j', (header, lang) => {
  expect(fromAcceptLanguage(header)).toBe(lang);
});

test('a choice beats the cookie, the cookie the browser; nonsense is passed over', () => {
  expect(negotiate({ query: 'fr', cookie: 'en' })).toBe('fr');
  expect(negotiate({ query: 'xx', cookie: 'fr', accept: 'en' })).toBe('fr');
  expect(negotiate({ query: ['fr'], accept: 'fr' })).toBe('fr');
  expect(negotiate({})).toBe('en');
});

test('the switch keeps the other parameters', () => {
  expect(inLanguage('/q?state=new&lang=en', 'fr')).toBe('?state=new&lang=fr');
  for (const url of ['//evil.example/x', '/.//evil.example', '//', '/%2e//evil.example']) {
    expect(inLanguage(url, 'fr')).toBe('?lang=fr');
  }
});
