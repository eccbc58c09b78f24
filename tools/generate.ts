// npm run generate: writes the documents that are made from the program, so that they cannot lie.
// npm run generate -- --check: writes nothing; exit 1 names each file that is out of date.
// Runs compiled: the lifecycles and settings that it reads come from the built libraries.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';
import { grants } from './generate/grants.ts';
import { lifecycles } from './generate/lifecycles.ts';
import { permissionTable } from './generate/permissions.ts';
import { settings } from './generate/settings.ts';

/** One generated document; add it to the list below and it is checked as well. */
export interface Generator {
  /** From the checkout. */
  readonly file: string;
  readonly generate: () => Promise<string>;
}

const generators: readonly Generator[] = [lifecycles, settings, grants, permissionTable];

const notice = '<!-- Made by `npm run generate`. Change the program, not this file. -->\n\n';

async function isCurrent({ file, generate }: Generator, mayWrite: boolean): Promise<boolean> {
  const path = join(checkout, file);
  const text = notice + (await generate());
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return true;
  if (!mayWrite) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`Wrote ${file}`);
  return true;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const stale: string[] = [];
for (const generator of generators) {
  if (!(await isCurrent(generator, !values.check))) stale.push(generator.file);
}
for (const file of stale) console.error(`${file} is out of date: run "npm run generate".`);
process.exit(stale.length > 0 ? 1 : 0);
