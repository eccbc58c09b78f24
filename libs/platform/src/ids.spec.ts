import { expect, test } from '@jest/globals';
import { idFrom, newReference, referenceFrom } from './ids.ts';

test.each([
  ['vbh1k683sg', 'VB-H1K6-83SG'],
  ['VB H1K6 83SG', 'VB-H1K6-83SG'],
  [' vb–h1k6–83sg\u200b', 'VB-H1K6-83SG'],
  ['VB-HIK6-83SG', 'VB-H1K6-83SG'],
  ['VB-H1K6-O3SG', 'VB-H1K6-03SG'],
  ['VB-H1K6-83S', null],
  ['H1K6-83SG', null],
  ['', null],
])('%j is %s', (typed, reference) => expect(referenceFrom(typed, 'VB')).toBe(reference));

test('names give the same id for ever', () => {
  expect(idFrom('received:pi_1')).toBe(idFrom('received:pi_1'));
  expect(idFrom('received:pi_1')).not.toBe(idFrom('received:pi_2'));
});

test('every reference can be read out, and is itself', () => {
  const reference = newReference('VB');
  expect(reference).toMatch(/^VB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(referenceFrom(reference, 'VB')).toBe(reference);
});
