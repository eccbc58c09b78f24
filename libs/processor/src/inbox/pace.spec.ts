import { expect, test } from '@jest/globals';
import { Pace, Turn } from './pace.ts';

const never = new AbortController().signal;
const lasted = async (rest: Promise<void>) => {
  const began = performance.now();
  await rest;
  return performance.now() - began;
};

test('who finds nothing rests longer each time, and briefly again after work', async () => {
  const pace = new Pace(10, 300);
  for (let i = 0; i < 5; i++) await pace.rest(never);
  const longest = await lasted(pace.rest(never));
  expect(longest).toBeGreaterThanOrEqual(295); // a timer may be a little early
  pace.quicken();
  expect(await lasted(pace.rest(never))).toBeLessThan(longest - 100);
});

test('whoever rests is woken at once, by a call or when all is to stop', async () => {
  const pace = new Pace(60_000, 60_000);
  const stop = new AbortController();
  const called = pace.rest(stop.signal);
  pace.hurry();
  await called;
  const stopped = pace.rest(stop.signal);
  stop.abort();
  await stopped;
  await pace.rest(stop.signal);
});

test('one at a time has the turn', async () => {
  const turn = new Turn();
  const order: string[] = [];
  const first = await turn.take();
  const second = turn.take().then((giveBack) => {
    order.push('second');
    giveBack();
  });
  order.push('first');
  first();
  first();
  await second;
  (await turn.take())();
  expect(order).toEqual(['first', 'second']);
});
