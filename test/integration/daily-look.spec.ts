// The second line behind the processor's news: once a day it is asked what took money of each bond that
// is there, so that a refund or dispute of which no news ever came is found all the same (R35).
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Processor } from '#processor';
import { DailyLook } from '#refund';
import { noted } from '../../apps/worker/src/unfinished.ts';
import { UnfinishedWork } from '#platform';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});
beforeEach(() => world.rows('update bond set looked_at = now()'));

const look = () => world.worker.get(DailyLook).run();
const lookedAt = (bondId: string, ago: string) =>
  world.rows('update bond set looked_at = now() - $2::interval where id = $1', bondId, ago);
const lists = async () => {
  const { calls } = await world.control<{ calls: { method: string; path: string }[] }>('journal');
  return calls.filter((c) => c.method === 'GET' && /^\/v1\/(refunds|disputes)$/.test(c.path))
    .length;
};

test('a refund and a dispute whose news never came are found, freeze, and are booked once', async () => {
  const refunded = await world.aBond().held();
  const disputed = await world.aBond().held();
  await world.refundElsewhere(refunded.bondId);
  await world.dispute(disputed.bondId);
  for (const { bondId } of [refunded, disputed]) await lookedAt(bondId, '21 hours');
  expect(await look()).toBe(2);
  expect(await world.reversalOf(refunded.bondId)).toMatchObject({
    ...{ kind: 'refund', state: 'open', money: 'left' },
  });
  expect(await world.reversalOf(disputed.bondId)).toMatchObject({
    ...{ kind: 'dispute', state: 'open', money: 'withdrawn' },
  });
  expect(await world.bondOf(refunded.bondId)).toMatchObject({ held: '0' });
  expect(await world.issueVisaAsking(refunded)).toMatchObject({ code: 'money_left_elsewhere' });
  expect(await world.issueVisaAsking(disputed)).toMatchObject({ code: 'money_left_elsewhere' });

  // Looked at again, and the news come after all.
  const transfers = () =>
    world.rows(`select cause, line from ledger.transfer where cause !~ ':fee$' order by 1, 2`);
  const before = await transfers();
  for (const { bondId } of [refunded, disputed]) await lookedAt(bondId, '21 hours');
  expect(await look()).toBe(2);
  await world.news();
  expect(await transfers()).toEqual(before);
  expect(await world.rows('select id from reversal')).toHaveLength(2);
  expect(await world.oracle()).toEqual([]);
});

test('each is looked at once a day, the longest ago first', async () => {
  const { bondId } = await world.aBond().held();
  const other = await world.aBond().held();
  const calls = await lists();
  expect(await look()).toBe(0);
  expect(await lists()).toBe(calls);
  await lookedAt(bondId, '30 hours');
  await lookedAt(other.bondId, '21 hours');
  const asked: string[] = [];
  const processor = world.worker.get(Processor);
  const list = processor.listRefunds.bind(processor);
  processor.listRefunds = (id) => {
    asked.push(id);
    return list(id);
  };
  expect(await look()).toBe(2);
  Object.assign(processor, { listRefunds: list });
  const paymentOf = async (id: string) =>
    (
      await world.one<{ pi: string }>(
        'select processor_payment_id as pi from payment where bond_id = $1',
        id,
      )
    ).pi;
  expect(asked).toEqual([await paymentOf(bondId), await paymentOf(other.bondId)]);
  expect(await look()).toBe(0);
  mustBeOk(await world.issueVisaAsking(other));
});

test('a bond whose money is not here any more is not looked at', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  await world.send(disbursementId);
  await lookedAt(bondId, '3 days');
  expect(await look()).toBe(0);
});

test('the processor does not answer: it ends there, and is due again; what stays so is seen', async () => {
  const { bondId } = await world.aBond().held();
  await world.refundElsewhere(bondId);
  await lookedAt(bondId, '27 hours');
  const processor = world.worker.get(Processor);
  const list = processor.listRefunds.bind(processor);
  processor.listRefunds = () => Promise.resolve({ kind: 'unknown', reason: 'no_answer' });
  expect(await look()).toBe(0);
  await world.worker.get(UnfinishedWork).note(noted);
  const seen = () =>
    world.one<{ waiting: number }>(`select waiting from waiting_work where kind = 'looks'`);
  expect(await seen()).toEqual({ waiting: 1 });
  Object.assign(processor, { listRefunds: list });
  expect(await look()).toBe(1);
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
  await world.worker.get(UnfinishedWork).note(noted);
  expect(await seen()).toEqual({ waiting: 0 });
});
