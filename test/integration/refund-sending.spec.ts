// How a disbursement is sent: once, also when the answer, the job or the order of news is lost.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Processor } from '#processor';
import { DisbursementSweep, SendingUnclear } from '#refund';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('a disbursement older than its key asks, is unclear, and is never sent again', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  await world.rows(
    `update disbursement set state = 'sending', version = 3,
       sending_since = now() - interval '23 hours' where id = $1`,
    disbursementId,
  );
  const calls = await world.refundCalls();
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['unknown']);
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['unknown']);
  expect(await world.refundCalls()).toEqual(calls);
  expect(await world.oracle()).toEqual([]);

  // Two days on, the processor still lists nothing: it was never made.
  await world.rows(
    `update disbursement set sending_since = now() - interval '48 hours' where id = $1`,
    disbursementId,
  );
  await world.send(disbursementId);
  expect(await world.disbursementsOf(bondId)).toMatchObject([
    { state: 'failed', failure_reason: 'not_found_at_processor' },
    { state: 'due' },
  ]);
  expect(await world.refundCalls()).toEqual(calls);
});

test('without an answer the disbursement stays in sending, and the job is tried again', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const processor = world.worker.get(Processor);
  const create = processor.createRefund.bind(processor);
  const list = processor.listRefunds.bind(processor);
  processor.createRefund = async (p) => {
    await create(p);
    return { kind: 'unknown', reason: 'no_answer' };
  };
  processor.listRefunds = () => Promise.resolve({ kind: 'unknown', reason: 'no_answer' });
  await expect(world.send(disbursementId)).rejects.toThrow(SendingUnclear);
  await expect(world.send(disbursementId)).rejects.toThrow(SendingUnclear);
  expect(await world.statesOf(bondId)).toEqual(['sending']);
  Object.assign(processor, { createRefund: create, listRefunds: list });
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['succeeded']);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
});

test('a lost job is found again by the sweep, once an hour', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const jobs = async () =>
    (
      await world.rows(
        `select 1 from pgboss.job where data->>'disbursementId' = $1`,
        disbursementId,
      )
    ).length;
  await world.rows(`delete from pgboss.job where data->>'disbursementId' = $1`, disbursementId);
  const sweep = () => world.worker.get(DisbursementSweep).sweep();
  await sweep();
  expect(await jobs()).toBe(0);
  await world.rows(
    `update disbursement set state_since = now() - interval '11 minutes' where id = $1`,
    disbursementId,
  );
  await Promise.all([sweep(), sweep()]);
  await sweep();
  expect(await jobs()).toBe(1);
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['succeeded']);
});

test('an answer that the news have overtaken is asked for again, not believed', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const processor = world.worker.get(Processor);
  const create = processor.createRefund.bind(processor);
  processor.createRefund = async (wish) => {
    const answer = await create(wish);
    // Before "succeeded" is written here, the bank sends the money back and we hear of it.
    const [made] = await world.refundsOf(bondId);
    await world.control(`refunds/${made!.id}/fail`, { reason: 'declined' });
    await world.news();
    return answer;
  };
  await world.send(disbursementId).finally(() => (processor.createRefund = create));
  expect(await world.disbursementsOf(bondId)).toMatchObject([
    { state: 'failed', failure_reason: 'declined' },
    { state: 'due' },
  ]);
  expect(await world.bookedOf(bondId)).toEqual([
    ...['post paid', 'reserve refund', 'void refund', 'reserve refund'],
  ]);
});

test('money beyond the bond goes back out of suspense by rule (R6)', async () => {
  const { bondId, receivedBy, reference } = await world.aSurplus();
  const calls = (await world.refundCalls()).length;
  await world.news();
  expect(await world.bondOf(bondId)).toMatchObject({
    state: 'held',
    held: '1000000',
    reserved: '0',
  });
  const refund = await world.one<{ id: string; owner_id: string }>(
    `select d.id, r.owner_id from refund r join disbursement d on d.refund_id = r.id
     where r.bond_id = $1 and r.owner_kind = 'received_payment' and r.rule = 'R6'
       and d.state = 'approved' and d.processor_payment_id = $2`,
    ...[bondId, receivedBy],
  );
  await world.send(refund.id);
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${refund.id}`, replayed: false, status: 200 },
  ]);
  expect(
    await world.one(
      'select held, reserved from ledger.account where owner_id = $1',
      refund.owner_id,
    ),
  ).toEqual({ held: '0', reserved: '0' });
  // The bond itself is as it was.
  expect(await world.bondOf(bondId)).toMatchObject({
    state: 'held',
    held: '1000000',
    reserved: '0',
  });
  // The mails of a refund speak of the bond, which is not being returned.
  expect(await world.mailsOf(reference, '^refund')).toEqual([]);
});
