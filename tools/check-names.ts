// Checks that a library's types have names of their own: who reads `Account` shall not have to ask
// whose. The check is run on a fixture as well, so that it cannot be blind.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from './checkout.ts';

const fixture = join(checkout, 'tools', 'fixtures', 'names');
// The emulator speaks the processor's words; no file of ours imports them.
const NOT_OURS = /^apps\/stripe-emulator\/|\.spec\.tsx?$/;

const isType = (s: ts.Statement) =>
  ts.isClassDeclaration(s) || ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s);

/** Names of what a file exports and can be taken for a type: a component counts as well. */
function namesIn(path: string, source: string): string[] {
  const { statements } = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!isType(statement) && !ts.isFunctionDeclaration(statement)) return [];
    const isExported = statement.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
    const name = statement.name?.text ?? '';
    return isExported && /^[A-Z]/.test(name) ? [name] : [];
  });
}

/** Names that two packages export, at least one of them a library; two sites may name alike. */
function twiceNamed(folder: string): string[] {
  const packagesOf = new Map<string, Set<string>>();
  for (const file of globSync('{apps,libs}/*/src/**/*.{ts,tsx}', { cwd: folder })) {
    const path = file.replaceAll('\\', '/');
    if (NOT_OURS.test(path)) continue;
    const home = path.split('/').slice(0, 2).join('/');
    for (const name of namesIn(path, readFileSync(join(folder, file), 'utf8'))) {
      packagesOf.set(name, (packagesOf.get(name) ?? new Set()).add(home));
    }
  }
  return [...packagesOf]
    .filter(([, homes]) => homes.size > 1 && [...homes].some((home) => home.startsWith('libs/')))
    .map(([name, homes]) => `${name}: ${[...homes].sort().join(', ')}`)
    .sort();
}

const expected = readFileSync(join(fixture, 'expected.txt'), 'utf8').trim();
const seen = twiceNamed(fixture).join('\n');
const twice = twiceNamed(checkout);
if (seen !== expected) {
  console.error(`The check of names says of its fixture:\n${seen}\nand not:\n${expected}`);
}
for (const line of twice) console.error(`One name for two things: ${line}`);
if (seen !== expected || twice.length > 0) process.exit(1);
console.log('No library names a type as another package does.');
