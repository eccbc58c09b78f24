// Says what to do when the packages are missing, half installed or those of another version. Plain
// JavaScript without a package: it must run on whatever Node there is before `npm ci`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const checkout = process.argv[2] ?? join(import.meta.dirname ?? 'tools', '..');
const modules = join(checkout, 'node_modules');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

function whatIsMissing() {
  // npm writes this file last.
  if (!existsSync(join(modules, '.package-lock.json'))) return 'The packages are not installed';
  const { dependencies, devDependencies } = read(join(checkout, 'package.json'));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    const file = join(modules, name, 'package.json');
    if (!existsSync(file)) return `The package ${name} is not installed`;
    if (read(file).version !== version) return `The package ${name} is not of version ${version}`;
  }
  return undefined;
}

const missing = whatIsMissing();
if (missing) {
  console.error(`${missing}. Run "npm ci" first.`);
  process.exit(1);
}
