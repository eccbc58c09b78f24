import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type TestDatabase } from './database.ts';
import { startProcesses, type Processes } from './processes.ts';

let db: TestDatabase;
let processes: Processes;

beforeAll(async () => {
  db = await freshDatabase();
  processes = await startProcesses(db, { programs: ['stripe-emulator', 'mail'] });
}, 60_000);
afterAll(async () => {
  await processes.stop();
  await db.drop();
});

const status = async (url: string) => (await fetch(url)).status;

test('a program answers, dies by kill -9, and comes back at the same address', async () => {
  const ready = `${processes.urls['stripe-emulator']}/health/ready`;
  expect(await status(ready)).toBe(200);
  await processes.get('stripe-emulator').kill();
  await expect(fetch(ready)).rejects.toThrow();
  await processes.restart('stripe-emulator');
  expect(await status(ready)).toBe(200);
});

test('one that was not started is no quiet surprise', () => {
  expect(() => processes.get('worker')).toThrow('worker was not started');
});

test('one that cannot start says why', async () => {
  const wrong = { 'stripe-emulator': { STRIPE_EMULATOR_PORT: 'x' } };
  await expect(startProcesses(db, { programs: ['stripe-emulator'], envOf: wrong })).rejects.toThrow(
    /ended at its start.*STRIPE_EMULATOR_PORT must be/s,
  );
});
