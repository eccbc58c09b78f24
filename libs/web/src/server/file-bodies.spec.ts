import { expect, test } from '@jest/globals';
import { bytesOf } from './file-bodies.ts';

async function* sent(...parts: string[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}
const read = async (...parts: string[]) => (await bytesOf(sent(...parts), 4)).toString();

test('a file up to the limit is read whole, whatever the pieces in which it comes', async () => {
  expect(await read('abcd')).toBe('abcd');
  expect(await read('a', 'bc', 'd')).toBe('abcd');
  expect(await read()).toBe('');
  expect((await bytesOf(null, 4)).length).toBe(0);
});

test('a larger one is seen to be larger, also when its first piece is', async () => {
  expect(await read('abcdefgh')).toBe('abcde');
  expect(await read('abc', 'defgh', 'ij')).toBe('abcde');
});
