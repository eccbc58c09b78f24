// Whether what is at the processor is enough for the refunds that are due: known, shown, and on the desk.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BalanceAsking } from '#treasury';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasurer: Visitor;

beforeAll(async () => {
  world = await World.start();
  treasurer = await world.signedIn(['treasury']);
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const ask = () => world.worker.get(BalanceAsking).sweep();
const page = async () => (await treasurer.get('/liquidity')).words;
const desk = async () => (await treasurer.get('/')).words;

/** As if so much time had gone by since the processor was asked. */
async function later(interval: string): Promise<void> {
  await world.rows(`set session_replication_role = replica;
    update processor_balance set told_at = told_at - interval '${interval}';
    set session_replication_role = origin`);
}

async function balanceIs(setting: object): Promise<void> {
  const answer = await fetch(`${world.emulator.url}/_emulator/balance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(setting),
  });
  expect(answer.status).toBe(200);
}

test('before anything is known the page says so', async () => {
  expect(await page()).toContain('Nothing to compare yet');
});

test('the processor is asked once an hour, and what it told is kept', async () => {
  expect(await ask()).toBeGreaterThan(0);
  expect(await ask()).toBe(0);
  await later('61 minutes');
  expect(await ask()).toBeGreaterThan(0);
  const told = await world.rows('select distinct told_at from processor_balance');
  expect(told).toHaveLength(2);
  await expect(world.rows('delete from processor_balance')).rejects.toMatchObject({
    code: 'VB009',
  });
});

test('less than is to be sent now: the page says how much is missing, and the desk shows it', async () => {
  await balanceIs({ empty: true });
  await world.aBond().cancelled();
  await later('61 minutes');
  await ask();
  const words = await page();
  expect(words).toContain('Not enough money now');
  expect(words).toContain('Pay $10,000 into the account at the processor');
  expect(words).toContain('Refunds to be sent now $10,000');
  expect(await desk()).toContain('Money for refunds');
  expect((await treasurer.get('/liquidity?lang=fr')).words).toContain('Fonds insuffisants');
  await treasurer.get('/liquidity?lang=en');
});

test('what was told hours ago is not believed', async () => {
  await later('4 hours');
  const words = await page();
  expect(words).toContain('Balance not known');
  expect(words).not.toContain('Pay $');
});

test('bonds whose stay ends soon count as well, and enough is enough', async () => {
  await balanceIs({ empty: false });
  const staying = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', staying));
  await ask();
  expect(await page()).toMatch(/Bonds that may go back within 30 days \$10,000/);
});

test('a processor that does not answer changes nothing and fails nothing', async () => {
  await later('61 minutes');
  const before = await world.rows('select told_at from processor_balance');
  const other = await world.another('worker', { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  expect(await other.get(BalanceAsking).sweep()).toBe(0);
  await other.close();
  expect(await world.rows('select told_at from processor_balance')).toEqual(before);
});
