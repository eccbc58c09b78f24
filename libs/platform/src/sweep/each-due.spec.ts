import { expect, test } from '@jest/globals';
import { eachDue } from './each-due.ts';

const batch = 3;
/** Seven things that are due. */
const find = async (after: number | null) =>
  [1, 2, 3, 4, 5, 6, 7].filter((n) => n > (after ?? 0)).slice(0, batch);

function oneByOne() {
  const tried: number[] = [];
  const one = async (n: number) => {
    tried.push(n);
    if (n === 2) throw new Error('two');
    return n !== 4; // was done by somebody else meanwhile
  };
  return { tried, done: eachDue({ find, batch, one }) };
}

test('what fails holds up nothing else, and fails the sweep in the end', async () => {
  const { tried, done } = oneByOne();
  await expect(done).rejects.toThrow('two');
  expect(tried).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('it counts what was done', async () => {
  expect(await eachDue({ find, batch, one: async (n) => n !== 4 })).toBe(6);
});

test('a batch that fails as a whole is done one by one, and no other', async () => {
  const tried: (readonly number[])[] = [];
  const all = async (due: readonly number[]) => {
    tried.push(due);
    if (due.includes(5)) throw new Error('five');
    return due.length;
  };
  await expect(eachDue({ find, batch, all })).rejects.toThrow('five');
  expect(tried).toEqual([[1, 2, 3], [4, 5, 6], [4], [5], [6], [7]]);
});

test('a sweep ends, however much is due', async () => {
  let found = 0;
  await eachDue({ find: async () => [found++], batch: 1, one: async () => true });
  expect(found).toBe(100);
});
