import { expect, test } from '@jest/globals';
import { browserIdOf, isMarked, withMark } from './known-browser.ts';

const ID = 'i'.repeat(22);
const mark = (letter: string) => letter.repeat(22);

test('a browser is known to whoever has signed in with it, the newest four', () => {
  let kept: string | undefined;
  for (const letter of ['a', 'b', 'c', 'd', 'e', 'b']) kept = withMark(ID, kept, mark(letter));
  expect(kept).toBe(['b1', ID, ...['b', 'e', 'd', 'c'].map(mark)].join(':'));
  expect(['a', 'b', 'c', 'd', 'e'].filter((l) => isMarked(kept, mark(l)))).toEqual([
    ...['b', 'c', 'd', 'e'],
  ]);
  expect(browserIdOf(kept)).toBe(ID);
});

test.each([undefined, '', 'b1', `b1:${ID}`, `b2:${ID}:${mark('a')}`, `b1:short:${mark('a')}`])(
  '%j is no known browser',
  (kept) => {
    expect(browserIdOf(kept)).toBeUndefined();
    expect(isMarked(kept, mark('a'))).toBe(false);
  },
);
