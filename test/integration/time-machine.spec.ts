// The demonstration's time machine against running programs: what it plays, the portal does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import type { FastifyInstance } from 'fastify';
import { connected } from '../../tools/database.ts';
import { createMachine } from '../../tools/time-machine/server.tsx';
import { readMachineSettings } from '../../tools/time-machine/settings.ts';
import { Stage } from '../../tools/time-machine/stage.ts';
import { testConfig } from '../support/app.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { processorAt } from '../support/world/process.ts';
import { World } from '../support/world/world.ts';

let world: World;
let processes: Processes;
let stage: Stage;
let machine: FastifyInstance;
let leaves: TestBond;
let stays: TestBond;
const folder = mkdtempSync(join(tmpdir(), 'time-machine-'));
const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), JSON.stringify(content));

beforeAll(async () => {
  world = await World.start();
  // Before a worker of their own takes the news away from the world's.
  [leaves, stays] = [await world.aBond().withVisa(), await world.aBond().withVisa()];
  const env = processorAt(world.emulator.url);
  processes = await startProcesses(world.db, { programs: ['api', 'worker'], env });
  const { client, key } = world.post;
  write('demo-border-key.json', { clientId: client.id, privateJwk: await exportJWK(key) });
  write('demo-cases.json', {});
  const settings = readMachineSettings({
    PORTAL_MODE: 'demonstration',
    PORT: '1',
    TIME_MACHINE_ADMIN_URL: world.db.adminUrl,
    TIME_MACHINE_FOLDER: folder,
    API_URL: processes.urls.api,
    PORTAL_URL: 'http://localhost:3000',
    OFFICER_URL: 'http://localhost:3001',
    STRIPE_API_BASE: world.emulator.url,
  });
  stage = await Stage.enter(settings, testConfig(world.db.url('officer'), env));
  machine = await createMachine(stage, settings);
}, 120_000);
afterAll(async () => {
  await machine.close();
  await stage.leave();
  await processes.stop();
  rmSync(folder, { recursive: true });
  expect(await world.stop()).toEqual([]);
});

async function press(path: '/move' | '/border', form: Record<string, string>): Promise<string> {
  const reply = await machine.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  return String(reply.headers['location']);
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await what()); await sleep(100)) {
    if (Date.now() > end) throw new Error('not within 30 s');
  }
}
const bondIs = (bond: TestBond, state: string) =>
  until(async () => (await world.stateOf('bond', bond.bondId)) === state);
const caseIs = (bond: TestBond, state: string) =>
  until(async () => (await world.stateOf('visa_case', bond.caseId)) === state);
const visaOf = ({ caseId }: TestBond) =>
  world.one<{ leaveBy: string; dueOn: string }>(
    `select leave_by::text as "leaveBy", due_on::text as "dueOn" from visa where case_id = $1`,
    caseId,
  );
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const today = async () => (await world.legalNow()).slice(0, 10);

test('a departure that it reports brings the bond back', async () => {
  const bond = leaves;
  const { caseId } = bond;
  expect(await press('/border', { kind: 'departed', case: caseId })).toMatch('no_such_crossing');
  expect(await press('/border', { kind: 'admitted', case: caseId })).toBe('/?done=reported');
  await caseIs(bond, 'travelling');
  expect(await press('/move', { day: dayAfter(await today()), complete: 'yes' })).toMatch('moved');
  expect(await press('/border', { kind: 'departed', case: caseId })).toBe('/?done=reported');
  await bondIs(bond, 'closed');
  expect(await world.refundsOf(bond.bondId)).toMatchObject([{ amount: 1_000_000 }]);
}, 90_000);

test('a traveller who is not seen again is asked for proof once the date has moved', async () => {
  const bond = stays;
  await press('/border', { kind: 'admitted', case: bond.caseId });
  await caseIs(bond, 'travelling');
  const { dueOn } = await visaOf(bond);
  expect(await press('/move', { day: dayAfter(dueOn), complete: 'yes' })).toMatch('moved');
  await bondIs(bond, 'evidence_requested');
}, 90_000);

test('the date never goes back, and a day that is none moves nothing', async () => {
  const before = await world.one('select offset_seconds from legal_clock');
  for (const day of ['2020-01-01', '', 'tomorrow', '2026-02-30']) {
    expect(await press('/move', { day, complete: 'yes' })).toBe('/?refused=not_ahead');
  }
  expect(await world.one('select offset_seconds from legal_clock')).toEqual(before);
});

test('a form of another site is refused', async () => {
  const reply = await machine.inject({
    ...{ method: 'POST', url: '/move', payload: 'day=2099-01-01' },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    },
  });
  expect(reply.statusCode).toBe(403);
});

test('it runs in a demonstration only, and no program may move the clock', async () => {
  expect(() => readMachineSettings({ PORTAL_MODE: 'production' })).toThrow('PORTAL_MODE');
  for (const login of ['portal', 'officer', 'api', 'worker', 'auditor'] as const) {
    const move = connected(world.db.url(login), (client) =>
      client.query('update legal_clock set offset_seconds = 1'),
    );
    await expect(move).rejects.toThrow('permission denied');
  }
});
