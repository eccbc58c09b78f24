// Jobs that people cause call the worker, which looks for them every ten seconds only.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner, Jobs, newId } from '#platform';
import { World } from '../support/world/world.ts';

let world: World;
const done: string[] = [];

beforeAll(async () => {
  world = await World.start({ processes: ['officer', 'worker'] });
  await world.worker
    .get(JobRunner)
    .work('checkout.expire', async (data) => void done.push(String(data['paymentId'])));
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

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
