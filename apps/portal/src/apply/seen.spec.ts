import { expect, test } from '@jest/globals';
import { mayReplace, SEEN, seenOf } from './seen.ts';

const first = { phone: '+12025550142', address: 'A' };
const second = { ...first, address: 'B' };

test('the order of answers does not matter, each answer does', () => {
  expect(seenOf({ address: 'A', phone: '+12025550142' })).toBe(seenOf(first));
  expect(new Set([seenOf(undefined), seenOf(first), seenOf(second)]).size).toBe(3);
});

test.each([
  ['what it was opened with', { [SEEN]: seenOf(first) }, second, first, true],
  ['what was saved in another window', { [SEEN]: seenOf(undefined) }, second, first, false],
  ['the same answers again', { [SEEN]: seenOf(undefined) }, first, first, true],
  ['anything, where the page says nothing', {}, second, first, true],
])('a page may replace %s: %#', (_what, body, given, saved, may) => {
  expect(mayReplace(body, given)(saved)).toBe(may);
});
