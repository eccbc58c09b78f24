// How long a file may be, as `npm run lint` applies it to a file of each kind.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import { checkout } from '../checkout.ts';

const KINDS = [
  'libs/refund/src/refund.service.ts',
  'libs/refund/src/refund.spec.ts',
  'apps/portal/src/bond/bond.page.tsx',
  'tools/start.ts',
  'test/integration/refund.spec.ts',
  'test/ledger/books.ts',
  'test/support/world/people.ts',
  'test/web/site.spec.tsx',
];
const ASK = `
  const { ESLint } = await import('eslint');
  const lint = new ESLint();
  const rules = process.argv.slice(1).map(async (file) =>
    (await lint.calculateConfigForFile(file)).rules['max-lines'] ?? null);
  console.log(JSON.stringify(await Promise.all(rules)));`;

test('no file is longer than 250 lines, tests and what they share included', async () => {
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', ASK];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...KINDS], {
    cwd: checkout,
  });
  const rules = JSON.parse(stdout) as (Linter.RuleEntry | null)[];
  const saidOf = (rule: Linter.RuleEntry | null, lines: number) =>
    new Linter()
      .verify('// a line\n'.repeat(lines - 1) + '1;', [{ rules: { 'max-lines': rule ?? 'off' } }])
      .map(({ ruleId }) => ruleId);
  const said = KINDS.map((file, i) => [file, saidOf(rules[i]!, 250), saidOf(rules[i]!, 251)]);
  expect(said).toEqual(KINDS.map((file) => [file, [], ['max-lines']]));
}, 60_000);
