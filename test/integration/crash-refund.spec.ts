import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oracleIsClean } from '../support/database.ts';
import { RefundWorld } from '../support/refund-world.ts';

let world: RefundWorld;

beforeAll(async () => {
  world = await RefundWorld.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const HOOKS = `${import.meta.dirname}/../support/typescript-hooks.mjs`;
const SCRIPT = `${import.meta.dirname}/../support/send-disbursement.ts`;

/** Runs a worker of its own for one disbursement; how it ended. */
function runWorker(
  disbursementId: string,
  dies: 'before-call' | 'after-call' | 'never',
): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  const flags = ['--conditions=visa-bond-src', '--import', HOOKS];
  const more = [world.db.url('worker'), world.emulator.url, disbursementId, dies];
  const child = spawn(process.execPath, [...flags, SCRIPT, ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH },
  });
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  return new Promise((done) => child.on('exit', (code, signal) => done({ code, signal, stderr })));
}

const disbursement = (id: string) =>
  world.one<{ state: string; sent: boolean; refund: string | null }>(
    `select state, sending_since is not null as sent, processor_refund_id as refund
     from disbursement where id = $1`,
    id,
  );
const settled = async (bondId: string) =>
  (
    await world.one<{ n: number }>(
      `select count(*)::int as n from ledger.transfer
       where owner_id = $1 and phase = 'settle' and code = 'refund'`,
      bondId,
    )
  ).n;

test('killed between the call and the commit: started again, one refund and one settlement', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  expect(await runWorker(disbursementId, 'after-call')).toMatchObject({ signal: 'SIGKILL' });
  // The money is on its way and our books do not know it yet; they are right all the same.
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toEqual({
    state: 'sending',
    sent: true,
    refund: null,
  });
  expect(await settled(bondId)).toBe(0);
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);

  const calls = (await world.refundCalls()).length;
  expect(await runWorker(disbursementId, 'never')).toEqual({ code: 0, signal: null, stderr: '' });
  const [made, ...others] = await world.refundsOf(bondId);
  expect(others).toEqual([]);
  expect(made).toMatchObject({ status: 'succeeded', amount: 1_000_000 });
  // It asked and found it: nothing was sent again.
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await disbursement(disbursementId)).toMatchObject({
    state: 'succeeded',
    refund: made!.id,
  });
  expect(await settled(bondId)).toBe(1);
  expect(await world.one('select state from bond where id = $1', bondId)).toEqual({
    state: 'closed',
  });

  // The webhooks of that refund come as well, and change nothing.
  await world.news();
  expect(await settled(bondId)).toBe(1);
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);
}, 60_000);

test('killed before the call: started again, it is sent once under the same key', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  const calls = (await world.refundCalls()).length;
  expect(await runWorker(disbursementId, 'before-call')).toMatchObject({ signal: 'SIGKILL' });
  expect(await world.refundsOf(bondId)).toEqual([]);
  expect(await disbursement(disbursementId)).toEqual({
    state: 'sending',
    sent: true,
    refund: null,
  });
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);

  expect(await runWorker(disbursementId, 'never')).toMatchObject({ code: 0 });
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${disbursementId}`, replayed: false, status: 200 },
  ]);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  expect(await settled(bondId)).toBe(1);
}, 60_000);

test('killed after the call, and the news comes before the worker does', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  expect(await runWorker(disbursementId, 'after-call')).toMatchObject({ signal: 'SIGKILL' });
  await world.news();
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  const calls = (await world.refundCalls()).length;
  expect(await runWorker(disbursementId, 'never')).toMatchObject({ code: 0 });
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await settled(bondId)).toBe(1);
}, 60_000);

test('killed three times in a row at both places: still one refund', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  for (const dies of ['before-call', 'after-call', 'after-call'] as const) {
    await runWorker(disbursementId, dies);
  }
  await world.send(disbursementId);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  expect(await settled(bondId)).toBe(1);
}, 60_000);
