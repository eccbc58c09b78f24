import { expect, test } from '@jest/globals';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
const inEnglish = new Map(flat(en));
const inFrench = new Map(flat(fr));
const wanted = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

test('both languages have the same keys', () => {
  expect([...inFrench.keys()].sort()).toEqual([...inEnglish.keys()].sort());
});

test('no text is empty, and none is still a key', () => {
  const texts = [...inEnglish, ...inFrench];
  expect(texts.filter(([key, text]) => text.trim() === '' || text === key)).toEqual([]);
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
