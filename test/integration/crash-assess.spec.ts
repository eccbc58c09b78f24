// A worker that is killed while it assesses a batch, with processes of their own: its heartbeat is
// missed within seconds, another worker goes on with the batch, and nothing happens twice.
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oracleIsClean } from '../support/database.ts';
import type { Posted } from '../support/bond-world.ts';
import { RefundWorld } from '../support/refund-world.ts';

let world: RefundWorld;
const children: ChildProcess[] = [];

beforeAll(async () => {
  world = await RefundWorld.start();
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  expect(await world.stop()).toEqual([]);
});

const HOOKS = `${import.meta.dirname}/../support/typescript-hooks.mjs`;
const SCRIPT = `${import.meta.dirname}/../support/assess-movements.ts`;

/** A worker of its own; it dies as it cancels that bond, or never. */
function aWorker(diesAt = 0): { ended: Promise<{ signal: string | null; stderr: string }> } {
  const flags = ['--conditions=visa-bond-src', '--import', HOOKS];
  const more = [world.db.url('worker'), world.emulator.url, `${diesAt}`];
  const child = spawn(process.execPath, [...flags, SCRIPT, ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH },
  });
  children.push(child);
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  return {
    ended: new Promise((done) => child.on('exit', (_, signal) => done({ signal, stderr }))),
  };
}

async function until(what: () => Promise<boolean>, seconds: number): Promise<number> {
  const start = Date.now();
  while (!(await what())) {
    if (Date.now() - start > seconds * 1000) throw new Error(`not within ${seconds} s`);
    await sleep(200);
  }
  return (Date.now() - start) / 1000;
}

test('the batch goes on once the heartbeat is missed, and every bond is returned once', async () => {
  const bonds: Posted[] = [];
  for (let n = 0; n < 3; n++) {
    const posted = await world.aVisa();
    await world.crossed(world.record('admitted', posted));
    bonds.push(posted);
  }
  const batchId = await world.report(...bonds.map((b) => world.record('departed', b)));
  expect((await aWorker(2).ended).signal).toBe('SIGKILL');

  const states = () =>
    world.rows<{ state: string }>(
      'select state from bond where id = any($1) order by state',
      bonds.map((b) => b.bondId),
    );
  // What was committed stands, what was open when it died is as if it had never begun.
  const begun = (await states()).map((b) => b.state);
  expect(begun.filter((s) => s === 'held')).toHaveLength(2);
  expect(begun.filter((s) => s === 'cancelled' || s === 'closed')).toHaveLength(1);
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);
  expect(
    await world.rows(
      `select state from pgboss.job where name = 'movements.assess' and data->>'batchId' = $1`,
      batchId,
    ),
  ).toEqual([{ state: 'active' }]);

  aWorker();
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
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);
}, 120_000);
