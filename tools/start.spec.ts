import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { endLeftovers, isStillThere, recordRun } from './leftovers.ts';
import { readSecrets } from './secrets.ts';
import { worthShowing } from './start-report.ts';
import { readPorts, refuseLiveKeys, refuseTakenPorts } from './start-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'start-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('ports: as given, else the usual ones; what cannot be a port is named', () => {
  expect(readPorts({}).portal).toBe(3000);
  expect(readPorts({ PORTAL_PORT: '4000' }).portal).toBe(4000);
  expect(() => readPorts({ API_PORT: 'x' })).toThrow('API_PORT must be a number from 1 to 65535');
  expect(() => readPorts({ API_PORT: '70000' })).toThrow('API_PORT');
  expect(() => readPorts({ API_PORT: '3000' })).toThrow('Port 3000 is asked for twice');
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
});
