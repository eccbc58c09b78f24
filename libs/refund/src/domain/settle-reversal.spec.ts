import { expect, test } from '@jest/globals';
import { reversalLifecycle as r, UNSETTLED_STATES } from './reversal.lifecycle.ts';
import {
  moneyOf,
  moneyOfDispute,
  outcomesOf,
  turnOf,
  whereItBelongs,
  type ReversalFacts,
  type ReversalMoney,
} from './settle-reversal.ts';

const facts = (more: Partial<ReversalFacts> = {}): ReversalFacts => ({
  ...{ state: 'open', money: 'left', bondState: 'held', caseState: 'bond_posted' },
  ...{ heldMinor: 0n, isDisbursementUnderWay: false },
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

test('nothing is decided on money that has not left, or while a disbursement of ours is under way', () => {
  expect(may({ money: 'waiting' })).toBe('money_has_not_left');
  expect(may({ money: 'withdrawn' })).toBe('dispute_undecided');
  expect(may({ isDisbursementUnderWay: true })).toBe('disbursement_under_way');
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

test('a dispute has the money while it is undecided; an inquiry and one that is won have none', () => {
  const of = (stage: 'inquiry' | 'undecided' | 'won' | 'lost') =>
    [true, false].map((isTaken) => moneyOfDispute({ stage, isTaken }));
  expect(of('inquiry')).toEqual(['withdrawn', 'back']);
  expect(of('undecided')).toEqual(['withdrawn', 'waiting']);
  // Won, and not given back yet; lost, and its withdrawal not shown yet: it still stops everything.
  expect(of('won')).toEqual(['withdrawn', 'back']);
  expect(of('lost')).toEqual(['left', 'waiting']);
});

test('money goes forward and comes back; news that says otherwise contradict', () => {
  const all: ReversalMoney[] = ['waiting', 'withdrawn', 'left', 'back'];
  const table = all.map((had) => all.map((now) => turnOf(had, now)));
  expect(table).toEqual([
    ['nothing', 'turn', 'turn', 'turn'],
    ['contradiction', 'nothing', 'turn', 'turn'],
    ['contradiction', 'nothing', 'nothing', 'turn'],
    ['contradiction', 'contradiction', 'contradiction', 'nothing'],
  ]);
});

test('what comes back late goes to the bond that holds, the refund that owed it, or suspense', () => {
  const of = (
    outcome: 'accepted' | 'post_again',
    bondState: string | null,
    isOwedByRefund: boolean,
    isBorne = false,
  ) => whereItBelongs({ outcome, bondState, isOwedByRefund, isBorne });
  expect(of('accepted', 'held', false)).toBe('bond');
  expect(of('accepted', 'closed', true)).toBe('refund');
  expect(of('accepted', null, true)).toBe('refund');
  expect(of('accepted', 'closed', false)).toBe('suspense');
  expect(of('accepted', null, false)).toBe('suspense');
  expect(of('accepted', 'closed', true, true)).toBe('operator');
  // Posted again since: it may hold another payment by now, and may not hold both.
  expect(of('post_again', 'held', false)).toBe('suspense');
  expect(of('post_again', 'required', false)).toBe('suspense');
});

test('every state and event leads where it should, every other pair is refused', () => {
  const expected: Record<string, Record<string, string>> = {
    open: { proposed: 'proposed', undone: 'undone' },
    proposed: { declined: 'open', approved: 'approved', undone: 'undone' },
    approved: { settled: 'settled', undone: 'undone' },
    settled: { undone: 'undone' },
    undone: {},
  };
  for (const state of r.states) {
    const leads = r.events.flatMap((event) => {
      const to = r.next(state, event);
      return to.ok ? [[event, to.value] as const] : [];
    });
    expect({ state, leads: Object.fromEntries(leads) }).toEqual({ state, leads: expected[state] });
  }
  expect(r.states.filter((s) => !['settled', 'undone'].includes(s))).toEqual([...UNSETTLED_STATES]);
});
