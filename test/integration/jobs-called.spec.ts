// Jobs that people cause call the worker, which hardly looks for them; and a worker that has found one
// job takes the next at once.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner, Jobs, newId, type Tx } from '#platform';
import { Temporal } from '#kernel';
import { World } from '../support/world/world.ts';

let world: World;
const done: string[] = [];

beforeAll(async () => {
  world = await World.start({ processes: ['officer', 'worker'] });
  await world.worker
    .get(JobRunner)
    .work('checkout.expire', async (data) => void done.push(String(data['paymentId'])));
  await world.worker
    .get(JobRunner)
    .work('disbursement.send', async (data) => void done.push(String(data['disbursementId'])));
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const MANY = 30;
/** That many at once, by one transaction. */
async function many(enqueueOne: (tx: Tx, id: string) => Promise<void>): Promise<string[]> {
  const ids = Array.from({ length: MANY }, () => newId());
  await world.asOfficer(world.staff, async (tx) => {
    for (const id of ids) await enqueueOne(tx, id);
  });
  return ids;
}
const areDone = (ids: readonly string[]) => () => ids.every((id) => done.includes(id));

const enqueue = (paymentId: string, andThen?: () => void) =>
  world.asOfficer(world.staff, async (tx) => {
    await world.officer.get(Jobs).enqueue(tx, 'checkout.expire', { paymentId });
    andThen?.();
  });

async function within(seconds: number, what: () => boolean): Promise<boolean> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(20)) {
    if (what()) return true;
  }
  return what();
}

test('a job is taken at once, long before the worker would look', async () => {
  await pause(1_500); // its first looks are over
  for (const paymentId of [newId(), newId(), newId()]) {
    await enqueue(paymentId);
    expect(await within(3, () => done.includes(paymentId))).toBe(true);
  }
});

test('one whose transaction is rolled back calls nobody', async () => {
  const paymentId = newId();
  const failed = enqueue(paymentId, () => {
    throw new Error('changed its mind');
  });
  await expect(failed).rejects.toThrow('changed its mind');
  expect(await within(1, () => done.includes(paymentId))).toBe(false);
});

test('what waits is taken one after the other, and nothing rests in between', async () => {
  const jobs = world.officer.get(Jobs);
  const called = await many((tx, paymentId) =>
    jobs.enqueue(tx, 'checkout.expire', { paymentId }, { singletonKey: paymentId }),
  );
  expect(await within(8, areDone(called))).toBe(true);
  const lookedFor = await many((tx, disbursementId) =>
    jobs.enqueue(tx, 'disbursement.send', { disbursementId }, { singletonKey: disbursementId }),
  );
  expect(await within(8, areDone(lookedFor))).toBe(true);
});

test('many at once are taken as well, and one for each key', async () => {
  const ids = Array.from({ length: MANY }, () => newId());
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(Jobs).enqueueAll(
      tx,
      'checkout.expire',
      [...ids, ...ids].map((id) => ({ data: { paymentId: id }, singletonKey: id })),
    ),
  );
  expect(await within(8, areDone(ids))).toBe(true);
  expect(done.filter((id) => ids.includes(id))).toHaveLength(MANY);
});

test('one that begins later calls nobody, and is taken when its time has come', async () => {
  const paymentId = newId();
  const startAfter = Temporal.Now.instant().add({ seconds: 2 });
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(Jobs).enqueue(tx, 'checkout.expire', { paymentId }, { startAfter }),
  );
  expect(await within(1, () => done.includes(paymentId))).toBe(false);
  expect(await within(8, () => done.includes(paymentId))).toBe(true);
});
