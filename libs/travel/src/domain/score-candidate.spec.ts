import { expect, test } from '@jest/globals';
import { candidatesOf, CANDIDATES_MAX, scoreOf, type Likely } from './score-candidate.ts';
import type { Likeness } from './variants.ts';

const likely = (documentId: string, ...likenesses: Likeness[]): Likely => ({
  ...{ personId: `of-${documentId}`, documentId, likenesses },
});

test.each<[Likeness[], boolean, number]>([
  [['confused'], false, 60],
  [['one_character'], false, 40],
  [['one_character'], true, 15],
  [['same_person'], true, 60],
  [['same_person', 'confused'], true, 100],
  [['same_person', 'names_swapped', 'birth_swapped'], true, 45],
  [[], true, 0],
])('%p, names given: %p, is %i', (likenesses, named, score) => {
  expect(scoreOf(likenesses, named)).toBe(score);
});

test('the likeliest come first, each document once with all that speaks for it', () => {
  const found = [
    likely('a', 'one_character'),
    likely('b', 'one_character'),
    likely('b', 'same_person', 'birth_swapped'),
    likely('c', 'confused'),
  ];
  expect(candidatesOf(found, true).map((c) => [c.documentId, c.score, c.likenesses])).toEqual([
    ['b', 90, ['one_character', 'same_person', 'birth_swapped']],
    ['c', 35, ['confused']],
    ['a', 15, ['one_character']],
  ]);
});

test('an officer is never shown more than a handful', () => {
  const many = Array.from({ length: 50 }, (_, n) => likely(`${n}`, 'one_character'));
  expect(candidatesOf(many, false)).toHaveLength(CANDIDATES_MAX);
  expect(candidatesOf([likely('a')], false)).toEqual([]);
});
