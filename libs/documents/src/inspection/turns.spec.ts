import { expect, test } from '@jest/globals';
import { Turns } from './turns.ts';

/** Work that ends when it is told to. */
function work() {
  let end = () => {};
  const ended = new Promise<void>((done) => (end = done));
  return { run: () => ended.then(() => 'done'), end: () => end() };
}

test('so many at once; the next wait, and whoever comes beyond is sent away at once', async () => {
  const turns = new Turns(3, 1);
  const began: string[] = [];
  const all = ['a', 'b', 'c'].map((name) => ({ name, ...work() }));
  const taken = all.map(({ name, run }) =>
    turns.take(() => {
      began.push(name);
      return run();
    }),
  );
  expect(await turns.take(() => Promise.resolve('too many'))).toBeUndefined();
  expect(began).toEqual(['a']);
  for (const { end } of all) end();
  expect(await Promise.all(taken)).toEqual(['done', 'done', 'done']);
  expect(began).toEqual(['a', 'b', 'c']);
  expect(await turns.take(() => Promise.resolve('again'))).toBe('again');
});

test('a turn comes back when the work fails', async () => {
  const turns = new Turns(1);
  const failing = turns.take(() => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
});
