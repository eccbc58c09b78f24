import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runWorker } from '../support/world/dying.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

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
  const { bondId, disbursementId } = await world.aBond().cancelled();
  expect(await runWorker(world, 'send', disbursementId, 'after createRefund')).toMatchObject({
    signal: 'SIGKILL',
  });
  // The money is on its way and our books do not know it yet; they are right all the same.
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toEqual({
    state: 'sending',
    sent: true,
    refund: null,
  });
  expect(await settled(bondId)).toBe(0);
  expect(await world.oracle()).toEqual([]);

  const calls = (await world.refundCalls()).length;
  expect(await runWorker(world, 'send', disbursementId, 'never')).toEqual({
    code: 0,
    signal: null,
    stderr: '',
  });
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
  expect(await world.oracle()).toEqual([]);
}, 60_000);

test('killed before the call: started again, it is sent once under the same key', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const calls = (await world.refundCalls()).length;
  expect(await runWorker(world, 'send', disbursementId, 'before createRefund')).toMatchObject({
    signal: 'SIGKILL',
  });
  expect(await world.refundsOf(bondId)).toEqual([]);
  expect(await disbursement(disbursementId)).toEqual({
    state: 'sending',
    sent: true,
    refund: null,
  });
  expect(await world.oracle()).toEqual([]);

  expect(await runWorker(world, 'send', disbursementId, 'never')).toMatchObject({ code: 0 });
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${disbursementId}`, replayed: false, status: 200 },
  ]);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  expect(await settled(bondId)).toBe(1);
}, 60_000);

test('killed after the call, and the news comes before the worker does', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  expect(await runWorker(world, 'send', disbursementId, 'after createRefund')).toMatchObject({
    signal: 'SIGKILL',
  });
  await world.news();
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  const calls = (await world.refundCalls()).length;
  expect(await runWorker(world, 'send', disbursementId, 'never')).toMatchObject({ code: 0 });
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await settled(bondId)).toBe(1);
}, 60_000);

test('killed three times in a row at both places: still one refund', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  for (const dies of ['before createRefund', 'after createRefund', 'after createRefund'] as const) {
    await runWorker(world, 'send', disbursementId, dies);
  }
  await world.send(disbursementId);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
  expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
  expect(await settled(bondId)).toBe(1);
}, 60_000);

const TOGETHER = 3;
test.each([
  // All have begun, none has been called.
  ['before createRefund', 1],
  // One answer is in hand, the other calls are under way or have arrived.
  ['after createRefund', 1],
  // The last answer is in hand, the others may be written.
  ['after createRefund', TOGETHER],
  // What was answered is written, and not committed.
  ['before the commit of disbursement.send', 2],
])(
  'killed %s (%d) with several sent at once: each is one refund',
  async (dies, nth) => {
    const bonds = [];
    while (bonds.length < TOGETHER) bonds.push(await world.aBond().cancelled());
    const ids = bonds.map(({ disbursementId }) => disbursementId);
    expect(await runWorker(world, 'send', ids.join(), dies, `${nth}`)).toMatchObject({
      signal: 'SIGKILL',
    });
    for (const id of ids) expect(await disbursement(id)).toMatchObject({ sent: true });
    expect(await world.oracle()).toEqual([]);

    expect(await runWorker(world, 'send', ids.join(), 'never')).toMatchObject({ code: 0 });
    for (const { bondId, disbursementId } of bonds) {
      expect(await world.refundsOf(bondId)).toHaveLength(1);
      expect(await disbursement(disbursementId)).toMatchObject({ state: 'succeeded' });
      expect(await settled(bondId)).toBe(1);
    }
  },
  60_000,
);
