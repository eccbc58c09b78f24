import { expect, test } from '@jest/globals';
import { borderProposalLifecycle, mayAnswerProposal } from './border-proposal.lifecycle.ts';

// Written by hand: each state, what may follow it, and who may not.
test.each([
  ['proposed', 'confirmed', 'another', { ok: true, value: 'confirmed' }],
  ['proposed', 'confirmed', 'self', { ok: false, code: 'same_person' }],
  ['proposed', 'declined', 'another', { ok: true, value: 'declined' }],
  ['proposed', 'declined', 'self', { ok: true, value: 'declined' }],
  ['confirmed', 'confirmed', 'another', { code: 'wrong_state' }],
  ['confirmed', 'declined', 'another', { code: 'wrong_state' }],
  ['declined', 'confirmed', 'another', { code: 'wrong_state' }],
  ['declined', 'declined', 'another', { code: 'wrong_state' }],
] as const)('%s, %s by %s', (state, event, who, answer) => {
  expect(mayAnswerProposal({ state, proposedBy: 'self' }, event, who)).toMatchObject(answer);
});

test('nothing follows an answer', () => {
  expect(borderProposalLifecycle.edges.flatMap((e) => e.from)).toEqual(['proposed', 'proposed']);
});
