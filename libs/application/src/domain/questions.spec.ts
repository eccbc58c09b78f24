import { expect, test } from '@jest/globals';
import { kindOf } from './questions.ts';

test('a question of this edition has its kind, any other none', () => {
  expect(kindOf('travel-plan', 'arrivesOn')).toBe('day');
  expect(kindOf('travel-plan', 'bornOn')).toBeNull();
  expect(kindOf('travel', 'purpose')).toBeNull();
  expect(kindOf('constructor', 'name')).toBeNull();
  expect(kindOf('passport', 'toString')).toBeNull();
});
