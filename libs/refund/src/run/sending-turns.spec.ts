import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { SendingTurns } from './sending-turns.ts';

const START = Temporal.Instant.from('2026-03-02T10:00:00Z');

test('whoever asks while turns are being taken gets his with the next, in the order of asking', async () => {
  const taken: number[] = [];
  let next = START;
  const turns = new SendingTurns(40, (count) => {
    const first = next;
    taken.push(count);
    next = first.add({ milliseconds: 40 * count });
    return Promise.resolve(first);
  });

  const given = await Promise.all(Array.from({ length: 5 }, () => turns.next()));

  expect(taken).toEqual([1, 4]);
  const after = (at: typeof START) => at.epochMilliseconds - START.epochMilliseconds;
  expect(given.map(after)).toEqual([0, 40, 80, 120, 160]);
  expect(after(await turns.next())).toBe(200);
});

test('those whose turns could not be taken hear why, and the next ask again', async () => {
  let tries = 0;
  const turns = new SendingTurns(40, () => {
    tries += 1;
    return tries <= 2 ? Promise.reject(new Error('no server')) : Promise.resolve(START);
  });

  const [first, second, third] = await Promise.allSettled([
    turns.next(),
    turns.next(),
    turns.next(),
  ]);

  for (const asked of [first, second, third]) expect(asked.status).toBe('rejected');
  expect(await turns.next()).toEqual(START);
});
