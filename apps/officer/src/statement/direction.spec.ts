import { expect, test } from '@jest/globals';
import { directionOf } from './direction.ts';

test.each([
  ['post', 'processor:clearing', 'bond', 'in'],
  ['post', 'processor:clearing', 'suspense', 'in'],
  ['post', 'processor:fees', 'processor:clearing', 'beside'],
  ['reserve', 'bond', 'processor:clearing', 'aside'],
  ['void', 'bond', 'processor:clearing', 'aside'],
  ['settle', 'bond', 'processor:clearing', 'out'],
  ['post', 'state:forfeited', 'bond', 'in'],
  ['post', 'bond', 'disputes:receivable', 'out'],
] as const)('%s from %s to %s is %s', (phase, debit, credit, direction) => {
  expect(directionOf({ phase, debit, credit })).toBe(direction);
});
