import { expect, test } from '@jest/globals';
import {
  caseLifecycle,
  liveStates,
  officerStates,
  waitingStates,
  type CaseEvent,
  type CaseState,
} from './case.lifecycle.ts';

// Written by hand from the design, not from the table: where each event may come from.
const expected: Record<CaseEvent, Partial<Record<CaseState, CaseState>>> = {
  submitted: { draft: 'submitted' },
  review_started: { submitted: 'in_review' },
  information_requested: { in_review: 'information_requested' },
  information_given: { information_requested: 'in_review' },
  information_not_given: { information_requested: 'in_review' },
  refused: { in_review: 'refused', approved_without_bond: 'refused' },
  bond_required: { in_review: 'bond_required' },
  approved_without_bond: { in_review: 'approved_without_bond' },
  bond_posted: { bond_required: 'bond_posted' },
  bond_lapsed: { bond_required: 'bond_lapsed' },
  reopened: { bond_lapsed: 'bond_required' },
  visa_issued: { bond_posted: 'visa_issued', approved_without_bond: 'visa_issued' },
  refused_after_posting: { bond_posted: 'refused_after_posting' },
  payment_reversed: { bond_posted: 'bond_required' },
  admitted: { visa_issued: 'travelling' },
  admission_taken_back: { travelling: 'visa_issued' },
  closed: { visa_issued: 'closed', travelling: 'closed' },
  withdrawn: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    in_review: 'withdrawn',
    information_requested: 'withdrawn',
    bond_required: 'withdrawn',
    approved_without_bond: 'withdrawn',
    bond_posted: 'withdrawn',
    bond_lapsed: 'withdrawn',
    visa_issued: 'withdrawn',
  },
};

const states: CaseState[] = [
  'draft',
  'submitted',
  'in_review',
  'information_requested',
  'refused',
  'bond_required',
  'approved_without_bond',
  'bond_posted',
  'bond_lapsed',
  'refused_after_posting',
  'visa_issued',
  'travelling',
  'closed',
  'withdrawn',
];

test('it has these states and events, no others', () => {
  expect([...caseLifecycle.states].sort()).toEqual([...states].sort());
  expect([...caseLifecycle.events].sort()).toEqual(Object.keys(expected).sort());
  expect(caseLifecycle.initial).toBe('draft');
});

const pairs = states.flatMap((s) => (Object.keys(expected) as CaseEvent[]).map((e) => [s, e] as const)); // prettier-ignore

test.each(pairs)('%s, then %s', (state, event) => {
  const to = expected[event][state];
  const answer = caseLifecycle.next(state, event);
  expect(answer).toEqual(
    to === undefined
      ? { ok: false, code: 'wrong_state', detail: { state, event } }
      : { ok: true, value: to },
  );
});

test('it ends refused, closed or withdrawn, and nowhere else', () => {
  expect(states.filter((s) => caseLifecycle.isFinal(s))).toEqual([
    'refused',
    'refused_after_posting',
    'closed',
    'withdrawn',
  ]);
});

test('a live case is one that was submitted and has not ended', () => {
  const live = states.filter((s) => s !== 'draft' && !caseLifecycle.isFinal(s));
  expect([...liveStates].sort()).toEqual(live.sort());
  expect(liveStates).toEqual(expect.arrayContaining([...officerStates, ...waitingStates]));
});

test('what the outside is told', () => {
  expect(Object.fromEntries(states.map((s) => [s, caseLifecycle.publicStatusOf(s)]))).toEqual({
    draft: 'draft',
    submitted: 'under_review',
    in_review: 'under_review',
    information_requested: 'answer_needed',
    refused: 'refused',
    bond_required: 'bond_to_post',
    approved_without_bond: 'decision_pending',
    bond_posted: 'decision_pending',
    bond_lapsed: 'bond_lapsed',
    refused_after_posting: 'refused',
    visa_issued: 'visa_issued',
    travelling: 'travelling',
    closed: 'closed',
    withdrawn: 'withdrawn',
  });
});
