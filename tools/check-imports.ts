// Checks the direction of imports, and that the check itself can see: the fixture breaks every rule
// once, so a rule that finds nothing there is blind and the run fails.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { checkout } from './checkout.ts';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const fixture = join(checkout, 'tools', 'fixtures', 'imports');
const rulesFile = join(checkout, '.dependency-cruiser.js');
const { default: configuration } = (await import(rulesFile)) as { default: IConfiguration };
const parts = ['apps', 'libs', 'migrations', 'test'];
const { enhancedResolveOptions, ...options } = configuration.options ?? {};
const names = (configuration.forbidden ?? []).map((rule) => rule.name ?? 'unnamed');

async function violationsIn(folder: string): Promise<readonly Violation[]> {
  process.chdir(folder); // the rules' paths begin at the folder that is looked at
  const tsConfig = extractTSConfig(join(folder, 'tsconfig.json'));
  const ruleSet = { forbidden: configuration.forbidden };
  const result = await cruise(
    parts.filter((part) => statSync(part, { throwIfNoEntry: false })?.isDirectory()),
    { ...options, baseDir: folder, ruleSet, validate: true },
    enhancedResolveOptions,
    { tsConfig },
  );
  if (typeof result.output === 'string') throw new Error(result.output);
  return result.output.summary.violations;
}

async function blindRules(): Promise<string[]> {
  const seen = new Set((await violationsIn(fixture)).map(({ rule }) => rule.name));
  return names.filter((name) => !seen.has(name));
}

const blind = await blindRules();
const violations = await violationsIn(checkout);
for (const name of blind) {
  console.error(`The rule ${name} does not see its violation in tools/fixtures/imports.`);
}
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
const files = readdirSync(join(checkout, 'libs')).length;
if (blind.length > 0 || violations.length > 0) process.exit(1);
console.log(`Imports of ${files} libraries keep to ${names.length} rules.`);
