// Checks that SQL names a table only in the library that owns it, and that the check itself can see:
// the fixture breaks each rule where it says so, and nowhere else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { breachesIn, rules, type MayImport } from './tables/breaches.ts';

const fixture = join(checkout, 'tools', 'fixtures', 'tables');
const rulesFile = join(checkout, '.dependency-cruiser.js');
const { mayImport } = (await import(rulesFile)) as { mayImport: MayImport };

/** One line for each breach, as tools/fixtures/tables/expected.txt has them. */
function unseen(): string[] {
  const lines = breachesIn(fixture, mayImport).breaches.map(
    (b) => `${b.rule} ${b.where} ${b.what}`,
  );
  const expected = readFileSync(join(fixture, 'expected.txt'), 'utf8').trim().split('\n');
  return [
    ...expected.filter((line) => !lines.includes(line)).map((line) => `does not see: ${line}`),
    ...lines
      .filter((line) => !expected.includes(line))
      .map((line) => `sees what is right: ${line}`),
    ...Object.keys(rules)
      .filter((rule) => !expected.some((line) => line.startsWith(`${rule} `)))
      .map((rule) => `has no breach of: ${rule}`),
  ];
}

const blind = unseen();
const { breaches, files } = breachesIn(checkout, mayImport);
for (const line of blind) console.error(`The check of tables on its fixture ${line}`);
for (const { rule, where, what } of breaches) {
  console.error(`${rule}: ${where} names ${what}; ${rules[rule]}`);
}
if (blind.length > 0 || breaches.length > 0) process.exit(1);
console.log(`SQL in ${files} files keeps to ${Object.keys(rules).length} rules about tables.`);
