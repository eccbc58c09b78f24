// What `npm run lint` asks of knip: a file, an export or a package that nobody uses is named.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';

test('knip names a file, an export, a type and a package without a user, and fails', () => {
  const knip = join(checkout, 'node_modules', 'knip', 'bin', 'knip.js');
  const flags = ['--no-progress', '--no-config-hints', '--reporter', 'json'];
  const directory = ['--directory', join(checkout, 'tools', 'fixtures', 'unused')];
  const { status, stdout } = spawnSync(process.execPath, [knip, ...flags, ...directory], {
    encoding: 'utf8',
  });
  const said = ['lost.ts', 'unusedValue', 'UnusedType', 'never-imported'];
  expect([status, said.filter((name) => !stdout.includes(`"${name}"`))]).toEqual([1, []]);
  expect(stdout).not.toContain('"used"');
}, 60_000);
