/** Another project takes the folder as it is: compiled and started where nothing of ours is. */
import { afterAll, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { sdk } from './support.ts';

const ours = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'emulator-alone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compilerOptions = {
  ...{ target: 'es2023', module: 'nodenext', moduleResolution: 'nodenext', types: ['node'] },
  ...{ rewriteRelativeImportExtensions: true, rootDir: '.', outDir: 'dist', skipLibCheck: true },
  ...{ strict: true, noUncheckedIndexedAccess: true, jsx: 'react-jsx', jsxImportSource: 'preact' },
};

test('the folder is all that another project needs', async () => {
  cpSync(path.join(ours, 'apps/stripe-emulator'), path.join(folder, 'emulator'), {
    recursive: true,
  });
  symlinkSync(path.join(ours, 'node_modules'), path.join(folder, 'node_modules'));
  const write = (name: string, value: object) =>
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  write('package.json', { name: 'other', type: 'module' });
  write('tsconfig.json', { compilerOptions, include: ['emulator'] });
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe', env: {} });
  node('node_modules/typescript/bin/tsc', '-p', '.');
  node('emulator/schema/index.ts', 'dist/stripe-schema.json');

  const env = { STRIPE_EMULATOR_PORT: '0', EMULATOR_DATA: '' };
  const emulator = spawn(process.execPath, ['dist/emulator/src/main.js'], { cwd: folder, env });
  try {
    const port = await new Promise<number>((done) => {
      let said = '';
      emulator.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        const [, found] = /:(\d+)\n/.exec(said) ?? [];
        if (found) done(Number(found));
      });
    });
    const params = { amount: 5000, currency: 'usd', payment_method: 'pm_card_visa', confirm: true };
    const { status } = await sdk({ port }).paymentIntents.create(params);
    expect(status).toBe('succeeded');
  } finally {
    emulator.kill();
  }
}, 120_000);
