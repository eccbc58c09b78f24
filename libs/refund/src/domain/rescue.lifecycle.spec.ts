import { expect, test } from '@jest/globals';
import { accountMayBeGiven, openRescueStates, rescueLifecycle } from './rescue.lifecycle.ts';

test('edges, and no others', () => {
  const edges = rescueLifecycle.edges.map((e) => `${e.event}: ${e.from.join(', ')} -> ${e.to}`);
  expect(edges.sort()).toEqual([
    'account_given: asked -> given',
    'account_replaced: given, proposed -> given',
    'account_taken_back: given, proposed -> asked',
    'amount_changed: approved -> given',
    'approved: proposed -> approved',
    'asked_again: given -> asked',
    'bank_paid: under_way -> done',
    'bank_refused: under_way, done -> asked',
    'carried_out: approved -> under_way',
    'declined: proposed -> given',
    'overtaken: asked, given, proposed, approved -> not_needed',
    'proposed: given -> proposed',
    'withdrawn: under_way -> given',
  ]);
});

test('once two people have approved, the payer changes nothing; before, always', () => {
  const may = (event: 'account_replaced' | 'account_taken_back') =>
    rescueLifecycle.states.filter((s) => rescueLifecycle.may(s, event));
  expect(may('account_replaced')).toEqual(['given', 'proposed']);
  expect(may('account_taken_back')).toEqual(['given', 'proposed']);
  expect(accountMayBeGiven).toEqual(['asked', 'given', 'proposed']);
});

test('all but what is not needed is open', () => {
  expect(rescueLifecycle.states.filter((s) => !openRescueStates.includes(s as never))).toEqual([
    'not_needed',
  ]);
  expect(rescueLifecycle.isFinal('not_needed')).toBe(true);
});
