import { expect, test } from '@jest/globals';
import { eachOf } from './each-of.ts';

test('one that fails holds up no other, and the first failure is told in the end', async () => {
  const tried: number[] = [];
  const work = async (n: number) => {
    tried.push(n);
    if (n > 1) throw new Error(`number ${n}`);
  };
  await expect(eachOf([1, 2, 3], work)).rejects.toThrow('number 2');
  expect(tried).toEqual([1, 2, 3]);
});

test('they are done one after another', async () => {
  const log: string[] = [];
  await eachOf(['a', 'b'], async (one) => {
    log.push(`${one} begins`);
    await Promise.resolve();
    log.push(`${one} ends`);
  });
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
