import { expect, test } from '@jest/globals';
import { mayAnswer, revocationLifecycle } from './revocation.lifecycle.ts';

// Written by hand: each state, what may follow it, and who may not.
test.each([
  ['proposed', 'approved', 'another', { ok: true, value: 'approved' }],
  ['proposed', 'approved', 'self', { ok: false, code: 'same_person' }],
  ['proposed', 'declined', 'another', { ok: true, value: 'declined' }],
  ['proposed', 'declined', 'self', { ok: true, value: 'declined' }],
  ['approved', 'approved', 'another', { code: 'wrong_state' }],
  ['approved', 'declined', 'another', { code: 'wrong_state' }],
  ['declined', 'approved', 'another', { code: 'wrong_state' }],
  ['declined', 'declined', 'another', { code: 'wrong_state' }],
] as const)('%s, %s by %s', (state, event, who, answer) => {
  expect(mayAnswer({ state, proposedBy: 'self' }, event, who)).toMatchObject(answer);
});

test('nothing follows an answer', () => {
  expect(revocationLifecycle.edges.flatMap((e) => e.from)).toEqual(['proposed', 'proposed']);
});
