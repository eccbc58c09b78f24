import { expect, test } from '@jest/globals';
import { parts, texts } from './index.ts';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
const all = (lang: 'en' | 'fr') =>
  new Map(Object.entries(parts).flatMap(([name, part]) => flat(part[lang], `${name}.`)));
const inEnglish = all('en');
const inFrench = all('fr');
const wanted = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

test('both languages have the same keys', () => {
  expect([...inFrench.keys()].sort()).toEqual([...inEnglish.keys()].sort());
});

test('no text is empty, and none is still a key', () => {
  const all = [...inEnglish, ...inFrench];
  expect(all.filter(([key, text]) => text.trim() === '' || text === key)).toEqual([]);
});

test('a translation wants the same values', () => {
  const other = [...inEnglish].filter(
    ([key, text]) => wanted(text).join() !== wanted(inFrench.get(key)!).join(),
  );
  expect(other.map(([key]) => key)).toEqual([]);
});

test('sentences are translated: only names and a few words are the same in both', () => {
  const same = [...inEnglish].filter(
    ([key, text]) => /[a-z] [a-z]/.test(text) && inFrench.get(key) === text,
  );
  expect(same.map(([key]) => key)).toEqual([]);
});

test('no line of French breaks before a sign, nor after an opening quote', () => {
  const t = texts.textFor('fr');
  const shown = [...inFrench].map(([key, text]) =>
    t.dynamic(key, Object.fromEntries(wanted(text).map((name) => [name!, 2]))),
  );
  expect(shown.filter((text) => / [:;?!»%]|« |'/.test(text))).toEqual([]);
});
