/** The emulator as a process of its own: how it starts, refuses to start, and ends. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { build } from 'esbuild';

import { readSettings } from '../../apps/stripe-emulator/src/settings.ts';
import { sdk, until } from './support.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let program: string;

beforeAll(async () => {
  mkdirSync(path.join(root, '.data'), { recursive: true });
  // Inside the checkout, so that the bundle finds the packages it left out.
  folder = mkdtempSync(path.join(root, '.data', 'emulator-test-'));
  // Named and placed like a source, so that it does not need a build to have made its schema.
  program = path.join(folder, 'src', 'emulator', 'main.ts');
  symlinkSync(path.join(root, 'apps/stripe-emulator/schema'), path.join(folder, 'schema'));
  await build({
    entryPoints: [path.join(root, 'apps/stripe-emulator/src/main.ts')],
    ...{ bundle: true, format: 'esm', platform: 'node', packages: 'external' },
    ...{ outfile: program, logLevel: 'error' },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'] ?? '', STRIPE_EMULATOR_PORT: '0', EMULATOR_DATA: '', ...env },
    cwd: folder,
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}

function portOf({ output }: Run): Promise<number> {
  return until(() => Number(output().match(/listening on http:\/\/127\.0\.0\.1:(\d+)\n/)?.[1]));
}

test('it says where it listens, in one line, and ends cleanly when told to', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const emulator = run({});
    const port = await portOf(emulator);
    expect(await sdk({ port }).balance.retrieve()).toMatchObject({ object: 'balance' });
    expect(emulator.output().trim().split('\n')).toHaveLength(1);
    emulator.child.kill(signal);
    expect(await emulator.ended).toBe(0);
  }
}, 30_000);

test('a kill -9 loses nothing that was answered', async () => {
  const data = { EMULATOR_DATA: path.join(folder, 'data') };
  const first = run(data);
  const { id } = await sdk({ port: await portOf(first) }).customers.create({ name: 'A' });
  first.child.kill('SIGKILL');
  await first.ended;
  const second = run(data);
  const customer = await sdk({ port: await portOf(second) }).customers.retrieve(id);
  expect(customer).toMatchObject({ name: 'A' });
  second.child.kill();
  await second.ended;
}, 30_000);

test('with a seed the same calls get the same ids, with another one others', async () => {
  const idsOf = async (seed: string) => {
    const emulator = run({ EMULATOR_SEED: seed });
    const stripe = sdk({ port: await portOf(emulator) });
    const ids: string[] = [];
    for (const name of ['A', 'B']) {
      const { id, lastResponse } = await stripe.customers.create({ name });
      ids.push(id, lastResponse.requestId);
    }
    emulator.child.kill();
    await emulator.ended;
    return ids;
  };
  const ids = await idsOf('7');
  expect(new Set(ids).size).toBe(4);
  expect(await idsOf('7')).toEqual(ids);
  expect(await idsOf('8')).not.toEqual(ids);
}, 30_000);

test('a taken port, a live key, production or a wrong setting: one clear line and exit code 1', async () => {
  const holder = run({});
  const port = String(await portOf(holder));
  const cases: [Record<string, string>, RegExp][] = [
    [{ STRIPE_EMULATOR_PORT: port }, new RegExp(`port ${port} is taken`)],
    [{ STRIPE_SECRET_KEY: 'sk_live_abc' }, /live Stripe key is set in STRIPE_SECRET_KEY/],
    [{ PORTAL_MODE: 'production' }, /PORTAL_MODE is production; there Stripe itself is used/],
    [{ NODE_ENV: 'production' }, /NODE_ENV is production/],
    [{ EMULATOR_DELAY_MS: 'soon' }, /EMULATOR_DELAY_MS must be a whole number/],
    [{ EMULATOR_SEED: '7', EMULATOR_DATA: folder }, /EMULATOR_SEED needs EMULATOR_DATA/],
  ];
  for (const [env, words] of cases) {
    const emulator = run(env);
    expect(await emulator.ended).toBe(1);
    expect(emulator.output()).toMatch(words);
    expect(emulator.output().trim().split('\n')).toHaveLength(1);
    expect(emulator.output()).not.toContain('sk_live_abc');
  }
  holder.child.kill();
  await holder.ended;
}, 30_000);

test('settings have defaults and go together where they must', () => {
  expect(readSettings({})).toEqual({
    port: 3003,
    dataDir: '.data/stripe-emulator',
    webhook: undefined,
    delayMs: 1000,
    latencyMs: 0,
    seed: undefined,
    publicUrl: undefined,
  });
  expect(
    readSettings({
      EMULATOR_WEBHOOK_URL: 'http://127.0.0.1:3002/stripe/webhook',
      EMULATOR_WEBHOOK_SECRET: 'whsec_1',
      EMULATOR_PUBLIC_URL: 'http://pay.localhost:3003/',
      EMULATOR_DATA: '',
    }),
  ).toMatchObject({
    dataDir: undefined,
    webhook: { url: 'http://127.0.0.1:3002/stripe/webhook', secret: 'whsec_1' },
    publicUrl: 'http://pay.localhost:3003',
  });
  expect(() => readSettings({ EMULATOR_WEBHOOK_URL: 'http://a/' })).toThrow('go together');
  expect(() => readSettings({ EMULATOR_PUBLIC_URL: 'pay' })).toThrow('http or https');
  expect(() => readSettings({ STRIPE_EMULATOR_PORT: '70000' })).toThrow('0 to 65535');
});
