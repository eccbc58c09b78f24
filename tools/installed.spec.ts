import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';

const folder = mkdtempSync(join(tmpdir(), 'installed-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function says(where: string) {
  const program = join(checkout, 'tools', 'installed.js');
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stderr, status } = spawnSync(process.execPath, [program, where], { env });
  return [stderr.toString().trim(), status];
}

test('packages that are missing, half there or outdated are said in one line', () => {
  const write = (path: string, content: unknown) =>
    writeFileSync(join(folder, path), JSON.stringify(content));
  write('package.json', { dependencies: { pg: '8.0.0' } });
  expect(says(folder)).toEqual(['The packages are not installed. Run "npm ci" first.', 1]);
  mkdirSync(join(folder, 'node_modules', 'pg'), { recursive: true });
  write('node_modules/.package-lock.json', {});
  expect(says(folder)).toEqual(['The package pg is not installed. Run "npm ci" first.', 1]);
  write('node_modules/pg/package.json', { version: '7.9.0' });
  expect(says(folder)).toEqual(['The package pg is not of version 8.0.0. Run "npm ci" first.', 1]);
  write('node_modules/pg/package.json', { version: '8.0.0' });
  expect(says(folder)).toEqual(['', 0]);
});

test('what is installed here is what package.json names', () => {
  expect(says(checkout)).toEqual(['', 0]);
});
