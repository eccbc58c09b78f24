import { expect, test } from '@jest/globals';
import { accountMayBeGiven, openRescueStates, rescueLifecycle } from './rescue.lifecycle.ts';

test('edges, and no others', () => {
  const edges = rescueLifecycle.edges.flatMap((e) =>
    e.from.map((from) => `${from} ${e.event} ${e.to}`),
  );
  expect(edges.sort()).toEqual([
    'asked account_given given',
    'asked overtaken not_needed',
    'given account_replaced given',
    'given account_taken_back asked',
    'given overtaken not_needed',
  ]);
});

test('what is open can be overtaken, and an account is given while it is open', () => {
  expect(openRescueStates.filter((s) => !rescueLifecycle.may(s, 'overtaken'))).toEqual([]);
  expect(openRescueStates).toEqual(expect.arrayContaining([...accountMayBeGiven]));
  expect(rescueLifecycle.isFinal('not_needed')).toBe(true);
});
