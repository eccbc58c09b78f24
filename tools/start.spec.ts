import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { endLeftovers, isStillThere, recordRun, removeUnfinished } from './leftovers.ts';
import { readSecrets } from './secrets.ts';
import { lastWords, worthShowing } from './start-report.ts';
import { readPorts, refuseLiveKeys, refuseTakenPorts } from './start-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'start-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('ports: as given, else the usual ones; what cannot be a port is named', () => {
  expect(readPorts({}).portal).toBe(3000);
  expect(readPorts({ PORTAL_PORT: '4000' }).portal).toBe(4000);
  expect(() => readPorts({ API_PORT: 'x' })).toThrow('API_PORT must be a number from 1 to 65535');
  expect(() => readPorts({ API_PORT: '70000' })).toThrow('API_PORT');
  expect(() => readPorts({ API_PORT: '3000' })).toThrow('Port 3000 is asked for twice');
  expect(() => readPorts({ PORTAL_PORT: '6000' })).toThrow(
    'Browsers refuse port 6000; set PORTAL_PORT to another.',
  );
  expect(readPorts({ SMTP_PORT: '25' }).smtp).toBe(25);
});

test('a taken port: the message names the variable to set', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const ports = readPorts({ OFFICER_PORT: String(port) });
  await expect(refuseTakenPorts(ports, ['officer'])).rejects.toThrow(
    `Port ${port} is taken. Stop what uses it, or set OFFICER_PORT to a free one.`,
  );
  await new Promise((done) => server.close(done));
  await refuseTakenPorts(ports, ['officer']);
});

test('a live key is refused, whichever variable holds it', () => {
  expect(() => refuseLiveKeys({ WORKER_STRIPE_SECRET_KEY: 'rk_live_1' })).toThrow(
    'WORKER_STRIPE_SECRET_KEY holds a live Stripe key',
  );
  refuseLiveKeys({ STRIPE_SECRET_KEY: 'sk_test_1' });
});

test('secrets: made once, readable by the owner only, the environment first', () => {
  const path = join(folder, 'secrets.json');
  const made = readSecrets(path, {});
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readSecrets(path, {})).toEqual(made);
  expect(Buffer.from(made.wrappingKey, 'base64')).toHaveLength(32);
  expect(new Set(Object.values(made.passwords)).size).toBe(6);
  const given = readSecrets(path, { DATABASE_PASSWORD_API: 'mine', INDEX_KEY: 'k' });
  expect([given.passwords.api, given.indexKey]).toEqual(['mine', 'k']);
  expect(readFileSync(path, 'utf8')).not.toContain('mine');
});

test('orphans of a killed start are ended; a number that is now somebody else’s is left', async () => {
  const script = join(folder, 'orphan.mjs');
  writeFileSync(script, 'setInterval(() => {}, 1000)');
  const orphan = spawn(process.execPath, [script], { stdio: 'ignore' });
  const ended = new Promise((done) => orphan.once('exit', done));
  const running = { name: 'portal', pid: orphan.pid ?? -1, mark: script };
  const record = join(folder, 'run.json');
  const stranger = { name: 'api', pid: process.pid, mark: 'no part of this command line' };
  const starter = { name: 'npm start', pid: 999_999_999, mark: 'tools/start.ts' };
  recordRun(record, { starter, programs: [running, stranger] });
  await endLeftovers(record);
  await ended;
  expect(isStillThere(running)).toBe(false);
  expect(existsSync(record)).toBe(false);
});

test('a second start beside a living one is refused', async () => {
  const record = join(folder, 'living.json');
  const script = join(folder, 'start.mjs');
  writeFileSync(script, 'setInterval(() => {}, 1000)');
  const living = spawn(process.execPath, [script], { stdio: 'ignore' });
  const ended = new Promise((done) => living.once('exit', done));
  await new Promise((done) => living.once('spawn', done));
  const starter = { name: 'npm start', pid: living.pid ?? -1, mark: script };
  recordRun(record, { starter, programs: [] });
  await expect(endLeftovers(record)).rejects.toThrow(`running already, as process ${starter.pid}`);
  living.kill('SIGKILL');
  await ended;
});

test('of the programs’ logs only warnings and what is no log line are shown', () => {
  expect(worthShowing('api', '{"level":30,"msg":"listening"}')).toBeUndefined();
  expect(worthShowing('api', '{"level":50,"msg":"broken","err":{"message":"why"}}')).toBe(
    'api: broken (why)',
  );
  expect(worthShowing('worker', 'Error: no module')).toBe('worker: Error: no module');
  expect(worthShowing('mail', 'MailDev webapp running')).toBeUndefined();
  expect(worthShowing('api', 'api listening on http://127.0.0.1:1')).toBeUndefined();
});

test('why a program ended: its last error without the stack, else its last line', () => {
  const thrown = 'starting\nError: no such table\n    at query (x.js:1:1)\n\nNode.js v24.21.0';
  expect(lastWords('api', thrown)).toBe('Error: no such table');
  expect(lastWords('api', '{"level":50,"msg":"broken","err":{"message":"why"}}\nbye')).toBe('bye');
  expect(lastWords('api', 'Port 3002 is taken. Stop what uses it.')).toContain('Port 3002');
  expect(lastWords('api', '')).toBe('api gave no reason');
});

test('what a killed build left goes, what a living one makes stays', () => {
  const names = ['build-999999999', 'build-999999999.old', `build-${process.pid}`, 'build-notes'];
  for (const name of names) writeFileSync(join(folder, name), '');
  removeUnfinished(folder, /^build-(\d+)(?:\.old)?$/);
  expect(names.filter((name) => existsSync(join(folder, name)))).toEqual(names.slice(2));
});

test('a program ends by itself when its parent is killed', async () => {
  const parent = join(folder, 'parent.mts');
  const [child, sleeper] = [join(import.meta.dirname, 'child.ts'), join(folder, 'sleeper.mjs')];
  writeFileSync(sleeper, 'setInterval(() => {}, 1000)');
  writeFileSync(
    parent,
    `import { spawnChild } from ${JSON.stringify(child)};
     const { pid } = spawnChild({ name: 'sleeper', program: ${JSON.stringify(sleeper)}, env: {}, port: 0 });
     console.log(pid);`,
  );
  const env = { ...process.env, NODE_OPTIONS: '' };
  const started = spawn(process.execPath, [parent], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((done) =>
    started.stdout.once('data', (text: Buffer) => done(Number(text.toString()))),
  );
  const running = { name: 'sleeper', pid, mark: sleeper };
  while (!isStillThere(running)) await new Promise((done) => setTimeout(done, 10));
  started.kill('SIGKILL');
  while (isStillThere(running)) await new Promise((done) => setTimeout(done, 10));
});
