// A worker that is killed while it assesses a batch, with processes of their own: its heartbeat is
// missed within seconds, another worker goes on with the batch, and nothing happens twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestBond } from '../support/world/bonds.ts';
import { runWorker } from '../support/world/dying.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

async function until(what: () => Promise<boolean>, seconds: number): Promise<number> {
  const start = Date.now();
  while (!(await what())) {
    if (Date.now() - start > seconds * 1000) throw new Error(`not within ${seconds} s`);
    await sleep(200);
  }
  return (Date.now() - start) / 1000;
}

test('the batch goes on once the heartbeat is missed, and every bond is returned once', async () => {
  const bonds: TestBond[] = [];
  for (let n = 0; n < 3; n++) {
    const posted = await world.aBond().withVisa();
    await world.crossed(world.record('admitted', posted));
    bonds.push(posted);
  }
  const batchId = await world.report(...bonds.map((b) => world.record('departed', b)));
  expect((await runWorker(world, 'assess', '2')).signal).toBe('SIGKILL');

  const states = () =>
    world.rows<{ state: string }>(
      'select state from bond where id = any($1) order by state',
      bonds.map((b) => b.bondId),
    );
  // What was committed stands, what was open when it died is as if it had never begun.
  const begun = (await states()).map((b) => b.state);
  expect(begun.filter((s) => s === 'held')).toHaveLength(2);
  expect(begun.filter((s) => s === 'cancelled' || s === 'closed')).toHaveLength(1);
  expect(await world.oracle()).toEqual([]);
  expect(
    await world.rows(
      `select state from pgboss.job where name = 'movements.assess' and data->>'batchId' = $1`,
      batchId,
    ),
  ).toEqual([{ state: 'active' }]);

  void runWorker(world, 'assess');
  const seconds = await until(async () => (await states()).every((b) => b.state === 'closed'), 60);
  // A heartbeat of ten seconds, a look every fifteen, the wait before another try, and a start.
  expect(seconds).toBeLessThan(60);
  for (const { bondId } of bonds) {
    expect((await world.refundsOf(bondId)).map((r) => [r.status, r.amount])).toEqual([
      ['succeeded', 1_000_000],
    ]);
    expect(
      await world.rows(
        `select count(*)::int as n from refund r join disbursement d on d.refund_id = r.id
         where r.bond_id = $1`,
        bondId,
      ),
    ).toEqual([{ n: 1 }]);
  }
  expect(await world.oracle()).toEqual([]);
}, 120_000);
