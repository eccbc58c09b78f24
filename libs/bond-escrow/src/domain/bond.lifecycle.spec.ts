import { expect, test } from '@jest/globals';
import {
  bondLifecycle,
  emptyStates,
  isPosted,
  toPostStates,
  wholeStates,
} from './bond.lifecycle.ts';

// Written by hand from the rules, not from the table: event, from, to.
const EDGES = `
  payment_started      required -> payment_started
  payment_ended        payment_started -> required
  money_arrived        required payment_started -> held
  lapsed               required payment_started -> lapsed
  withdrawn            required payment_started -> withdrawn
  reopened             lapsed -> required
  corrected            required -> required
  cancelled            held evidence_requested not_breached overturned rescinded -> cancelled
  late_proof_accepted  referred notice_given -> cancelled
  evidence_requested   held -> evidence_requested
  referred             held evidence_requested -> referred
  stay_extended        evidence_requested referred -> held
  notice_given         referred -> notice_given
  found_not_breached   notice_given -> not_breached
  breach_declared      notice_given -> breach_declared
  appealed             breach_declared -> appealed
  overturned           appealed -> overturned
  upheld               appealed -> upheld
  became_final         breach_declared upheld -> breach_final
  rescinded            breach_declared breach_final closed -> rescinded
  money_moved          cancelled breach_final unsecured -> closed
  refund_failed        closed -> cancelled
  charged_back         held cancelled evidence_requested referred notice_given not_breached breach_declared appealed upheld overturned breach_final rescinded closed -> unsecured
  dispute_won          unsecured -> cancelled
  required_again       unsecured -> required
`;
const expected = new Map(
  EDGES.trim()
    .split('\n')
    .flatMap((line) => {
      const [left, to] = line.split('->').map((part) => part.trim());
      const [event, ...from] = left!.split(/\s+/);
      return from.map((f) => [`${f} ${event}`, to!] as const);
    }),
);

test('every edge leads where the rules say, and there is no other', () => {
  expect(new Set(bondLifecycle.events)).toEqual(
    new Set([...expected.keys()].map((key) => key.split(' ')[1])),
  );
  for (const state of bondLifecycle.states) {
    for (const event of bondLifecycle.events) {
      const to = expected.get(`${state} ${event}`);
      const next = bondLifecycle.next(state, event);
      expect([state, event, next.ok ? next.value : undefined]).toEqual([state, event, to]);
    }
  }
});

test('no bond is lost: withdrawn is the only end without a way on', () => {
  expect(bondLifecycle.states.filter(bondLifecycle.isFinal)).toEqual(['withdrawn']);
});

test('money can only be taken by a final breach, and only after a declared one', () => {
  const into = (to: string) =>
    bondLifecycle.edges.filter((e) => e.to === to).flatMap((e) => [...e.from]);
  expect(into('breach_final')).toEqual(['breach_declared', 'upheld']);
  expect(into('breach_declared')).toEqual(['notice_given']);
  expect(into('notice_given')).toEqual(['referred']);
});

test('a bond was posted in each state that only money leads to; what has no money says so', () => {
  const never = bondLifecycle.states.filter((state) => !isPosted(state));
  expect(never).toEqual(['required', 'payment_started', 'lapsed', 'withdrawn']);
  expect(emptyStates).toEqual([...never, 'closed']);
});

test('the named sets do not overlap', () => {
  expect(wholeStates.filter((s) => (emptyStates as readonly string[]).includes(s))).toEqual([]);
  expect(toPostStates.every((s) => (emptyStates as readonly string[]).includes(s))).toBe(true);
});
