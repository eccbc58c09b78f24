import { expect, test } from '@jest/globals';
import { newReference, referenceFrom } from './ids.ts';

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

test('every reference is itself', () => {
  const reference = newReference('VB');
  expect(referenceFrom(reference, 'VB')).toBe(reference);
});
