import { expect, test } from '@jest/globals';
import { reversalLifecycle as r, UNSETTLED_STATES } from './reversal.lifecycle.ts';
import { moneyOf, outcomesOf, type ReversalFacts } from './settle-reversal.ts';

const facts = (more: Partial<ReversalFacts> = {}): ReversalFacts => ({
  ...{ state: 'open', money: 'left', bondState: 'held', caseState: 'bond_posted' },
  ...{ heldMinor: 0n, attemptUnderWay: false },
  ...more,
});
const may = (more: Partial<ReversalFacts>) => {
  const answer = outcomesOf(facts(more));
  return answer.ok ? answer.value : answer.code;
};

test('a bond of which nothing is left is posted again before a visa, and accepted otherwise', () => {
  expect(may({})).toEqual(['post_again']);
  expect(may({ heldMinor: 1n })).toEqual(['accepted']);
  expect(may({ caseState: 'visa_issued' })).toEqual(['accepted']);
  expect(may({ caseState: 'closed', bondState: 'cancelled' })).toEqual(['accepted']);
  expect(may({ caseState: null, bondState: null })).toEqual(['accepted']);
});

test('nothing is decided on money that has not left, or while an attempt of ours is under way', () => {
  expect(may({ money: 'waiting' })).toBe('money_has_not_left');
  expect(may({ attemptUnderWay: true })).toBe('attempt_under_way');
  expect(may({ state: 'settled' })).toBe('wrong_state');
  expect(may({ state: 'undone', money: 'back' })).toBe('wrong_state');
});

test('a refund has left only once it has succeeded, and is back when it failed or was stopped', () => {
  expect(moneyOf('pending')).toBe('waiting');
  expect(moneyOf('requires_action')).toBe('waiting');
  expect(moneyOf('succeeded')).toBe('left');
  expect(moneyOf('failed')).toBe('back');
  expect(moneyOf('canceled')).toBe('back');
});

test('every state and event leads where it should, every other pair is refused', () => {
  const expected: Record<string, Record<string, string>> = {
    open: { proposed: 'proposed', undone: 'undone' },
    proposed: { declined: 'open', approved: 'approved', undone: 'undone' },
    approved: { settled: 'settled', undone: 'undone' },
    settled: {},
    undone: {},
  };
  for (const state of r.states) {
    const leads = r.events.flatMap((event) => {
      const to = r.next(state, event);
      return to.ok ? [[event, to.value] as const] : [];
    });
    expect({ state, leads: Object.fromEntries(leads) }).toEqual({ state, leads: expected[state] });
  }
  expect(r.states.filter((s) => Object.keys(expected[s]!).length > 0)).toEqual([
    ...UNSETTLED_STATES,
  ]);
});
