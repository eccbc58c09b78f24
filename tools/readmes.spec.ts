// A newcomer follows what a page names: each file, link and command is there, and each library leads to
// every rule that it has.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';

const libraries = globSync('libs/*/README.md', { cwd: checkout }).sort();
const pages = [...libraries, ...globSync('{README,CONTRIBUTING}.md', { cwd: checkout })];
pages.push(...globSync('{apps/*,test,bench,drills}/README.md', { cwd: checkout }));
pages.push(...globSync('docs/*.md', { cwd: checkout }));

const decisions = globSync('docs/{adr,security,border-client}/*.md', { cwd: checkout });

const textOf = (page: string) => readFileSync(join(checkout, page), 'utf8');
const isThere = (page: string, file: string): boolean => {
  const home = dirname(page);
  const from = ['', home, `${home}/src`, `${home}/support`].map((folder) =>
    join(checkout, folder, file),
  );
  // A file beside one that was just named goes by its name alone.
  return (
    from.some(existsSync) ||
    globSync(`{libs/*/src,apps/*/src,test/support}/**/${file}`, { cwd: checkout }).length > 0
  );
};

test.each(pages)('%s names only files that are there', (page) => {
  const named = [...textOf(page).matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|sql|mjs))`/g)];
  const gone = named.map(([, file]) => file!).filter((file) => !isThere(page, file));
  expect(gone).toEqual([]);
});

test.each(libraries)('%s says what it owns, where to start, and where to look', (page) => {
  const text = textOf(page);
  expect(text).toMatch(/\*\*Owns\*\*/);
  expect(text).toMatch(/\*\*May import\*\*/);
  expect(text).toMatch(/\*\*Start reading\*\*/);
  expect(text).toMatch(/\| to change +\| look at +\|/);
});

type Rules = { mayImport: (library: string) => readonly string[] };
const { mayImport } = (await import(join(checkout, '.dependency-cruiser.js'))) as Rules;

test.each(libraries)('%s says what it may import, as the check of imports has it', (page) => {
  const [, sentence = ''] = /\*\*May import\*\*([^]*?)(?:\.\s|:)/.exec(textOf(page)) ?? [];
  const said = [...sentence.matchAll(/`#([\w-]+)`/g)].map(([, name]) => name!);
  const may = mayImport(basename(dirname(page)));
  expect(said.filter((name) => !may.includes(name))).toEqual([]);
  // The trail and mail may be left out by who needs neither.
  const own = may.filter((name) => !['audit', 'notification'].includes(name));
  expect(own.filter((name) => !said.includes(name))).toEqual([]);
});

test.each(libraries)('%s leads to every rule in its domain', (page) => {
  const files = globSync(`${dirname(page)}/src/domain/*.ts`, { cwd: checkout }).map(
    (file) => `domain/${basename(file)}`,
  );
  const rules = files.filter((file) => !/\.(spec|examples)\.ts$/.test(file));
  expect(rules.filter((file) => !textOf(page).includes(`\`${file}\``))).toEqual([]);
});

test('test/README.md leads to all that tests share', () => {
  const shared = globSync('test/support/**/*.ts', { cwd: checkout, exclude: ['**/*.spec.ts'] });
  const text = textOf('test/README.md');
  expect(shared.filter((file) => !text.includes(file.replace('test/', '')))).toEqual([]);
});

test.each([...pages, ...decisions])('%s links only to what is there', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)];
  const broken = links.filter(([, to]) => !existsSync(join(checkout, dirname(page), to!)));
  expect(broken.map(([, to]) => to)).toEqual([]);
});

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
/** What `npm run bench` and `npm run drill` can be told. */
const known: Readonly<Record<string, readonly string[]>> = {
  bench: globSync('bench/benches/*', { cwd: checkout }).map((file) => basename(file, '.ts')),
  drill: globSync('drills/*', { cwd: checkout }).map((file) => basename(file, '.ts')),
};

test.each([...pages, ...decisions])('%s names only commands that there are', (page) => {
  const named = [...textOf(page).matchAll(/npm run (?:-s )?([\w-]+)(?: -- ((?:[a-z]+ ?)*))?/g)];
  const gone = named.filter(([, script]) => !(script! in scripts)).map(([line]) => line);
  const unknown = named.flatMap(([, script, told]) =>
    script! in known
      ? (told ?? '').split(' ').filter((w) => w && !known[script!]!.includes(w))
      : [],
  );
  expect([...gone, ...unknown]).toEqual([]);
});

const sources = globSync('{apps,libs,test,tools,bench,drills}/**/*.{ts,tsx}', {
  cwd: checkout,
}).map(textOf);
const isWordOf = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text);
const declares = (text: string, name: string) =>
  new RegExp(`(class|interface|type|const|function) ${name}\\b`).test(text);

test.each(pages)(
  '%s names only classes and functions, and parts of them, that there are',
  (page) => {
    const named = [...textOf(page).matchAll(/`([A-Z][a-z]\w+|[a-z]+[A-Z]\w+)(?:\.(\w+))?[`(]/g)];
    const gone = named.filter(([, name, part]) => {
      const homes = sources.filter((text) => declares(text, name!));
      if (homes.length === 0) return !sources.some((text) => isWordOf(text, name!));
      return part !== undefined && !homes.some((text) => isWordOf(text, part));
    });
    expect(gone.map(([words]) => words)).toEqual([]);
  },
);
