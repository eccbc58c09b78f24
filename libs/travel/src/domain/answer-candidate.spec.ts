import { expect, test } from '@jest/globals';
import { mayAnswerCandidate, type CandidateFacts } from './answer-candidate.ts';
import type { CandidateState } from './candidate.lifecycle.ts';

const facts = (state: CandidateState, more: Partial<CandidateFacts> = {}): CandidateFacts => ({
  candidate: { state, proposedBy: state === 'open' ? null : 'ada' },
  ...{ isUnmatched: true, isOtherProposed: false, ...more },
});

test('one proposes, another joins; who proposed only takes it back', () => {
  expect(mayAnswerCandidate(facts('open'), 'join_proposed', 'ada')).toMatchObject({
    value: 'join_proposed',
  });
  const proposed = facts('join_proposed');
  expect(mayAnswerCandidate(proposed, 'joined', 'ada')).toMatchObject({ code: 'same_person' });
  expect(mayAnswerCandidate(proposed, 'joined', 'bob')).toMatchObject({ value: 'joined' });
  expect(mayAnswerCandidate(proposed, 'declined', 'ada')).toMatchObject({ value: 'open' });
});

test('nothing is answered twice, nor of a record that has its traveller', () => {
  for (const state of ['joined', 'rejected', 'lapsed'] as const) {
    for (const event of ['join_proposed', 'joined', 'declined', 'rejected'] as const) {
      expect(mayAnswerCandidate(facts(state), event, 'bob')).toMatchObject({ code: 'wrong_state' });
    }
  }
  const gone = facts('open', { isUnmatched: false });
  expect(mayAnswerCandidate(gone, 'join_proposed', 'ada')).toMatchObject({
    code: 'record_changed',
  });
});

test('of one record, one candidate is proposed at a time', () => {
  const other = facts('open', { isOtherProposed: true });
  expect(mayAnswerCandidate(other, 'join_proposed', 'ada')).toMatchObject({
    code: 'other_proposed',
  });
  expect(mayAnswerCandidate(other, 'rejected', 'ada').ok).toBe(true);
});
