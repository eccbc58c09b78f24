// What a translator is given is everything that people read, and what comes back stands where it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parts as officer } from '../../apps/officer/src/text/index.ts';
import { parts as portal } from '../../apps/portal/src/text/index.ts';
import { checkout } from '../checkout.ts';
import { problemOf, rowsOf, textsIn, withRows } from './catalogue.ts';
import { textFiles } from './files.ts';

type Tree = string | { readonly [key: string]: Tree };
const stringsOf = (tree: Tree): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree).flatMap(stringsOf);

const rows = textFiles().flatMap((file) =>
  rowsOf(file, readFileSync(join(checkout, file), 'utf8')),
);

test.each([
  ['the officers’ site', officer],
  ['the portal', portal],
])('no text of %s is left out, in either language', (_site, parts) => {
  const shown = Object.values(parts).flatMap(({ en, fr }) => [
    stringsOf(en as Tree).map((text) => ['en', text]),
    stringsOf(fr as Tree).map((text) => ['fr', text]),
  ]);
  const given = new Set(rows.flatMap(({ en, fr }) => [`en ${en}`, `fr ${fr}`]));
  const missing = shown.flat().filter(([lang, text]) => !given.has(`${lang} ${text}`));
  expect(missing).toEqual([]);
});

const SOURCE = `
const go = { en: 'Go on', fr: 'Continuer' };
export const en = { title: 'It’s here', says: ['One', 'Two'], link: go.en } as const;
export const fr: SameKeys<typeof en> = { title: 'C’est ici', says: ['Un', 'Deux'], link: go.fr };
export const stateWords = { open: { tone: 'bad', en: 'Open', fr: 'Ouvert' } };
`;

test('strings, lists, pairs and words of states are found; colours are not', () => {
  expect(rowsOf('a.text.ts', SOURCE).map(({ key, en, fr }) => [key, en, fr])).toEqual([
    ['go', 'Go on', 'Continuer'],
    ['title', 'It’s here', 'C’est ici'],
    ['says.0', 'One', 'Un'],
    ['says.1', 'Two', 'Deux'],
    ['stateWords.open', 'Open', 'Ouvert'],
  ]);
});

test('a changed text goes where it stood, and nothing else moves', () => {
  const file = rowsOf('a.text.ts', SOURCE);
  expect(withRows(SOURCE, file)).toBe(SOURCE);
  const made = withRows(
    SOURCE,
    file.map((row) => (row.key === 'says.1' ? { ...row, fr: "L'autre\\" } : row)),
  );
  expect(made).toBe(SOURCE.replace("'Deux'", String.raw`'L\'autre\\'`));
  expect(textsIn(made).find(({ text }) => text.startsWith('L'))?.text).toBe("L'autre\\");
});

test('a text that is unknown, empty or has other values is refused', () => {
  const was = { file: 'a', key: 'k', en: 'Until {{day}}', fr: 'Jusqu’au {{day}}' };
  expect(problemOf({ ...was, fr: 'Avant le {{day}}' }, was)).toBeNull();
  expect(problemOf(was, undefined)).toBe('no such text');
  expect(problemOf({ ...was, fr: ' ' }, was)).toBe('a text is empty');
  expect(problemOf({ ...was, fr: 'Jusqu’au {{date}}' }, was)).toContain('other values');
  expect(problemOf({ ...was, en: 'Until' }, was)).toContain('other values');
});
