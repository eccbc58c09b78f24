// A newcomer follows what a README names: each file is there, and each library says where to look.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';

const libraries = globSync('libs/*/README.md', { cwd: checkout }).sort();
const pages = [...libraries, ...globSync('{README,CONTRIBUTING}.md', { cwd: checkout })];
pages.push(...globSync('{apps/*,test,bench,drills}/README.md', { cwd: checkout }));
pages.push(...globSync('docs/*.md', { cwd: checkout }));

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
