import { expect, test } from '@jest/globals';
import { freezeLifecycle, mayAnswerLift } from './freeze.lifecycle.ts';

const proposed = { state: 'lift_proposed', proposedBy: 'ama' } as const;

test('who proposes to lift it does not approve it, and may take it back', () => {
  expect(mayAnswerLift(proposed, 'approved', 'ama')).toMatchObject({ code: 'same_person' });
  expect(mayAnswerLift(proposed, 'approved', 'salif').ok).toBe(true);
  expect(mayAnswerLift(proposed, 'declined', 'ama').ok).toBe(true);
});

test('only a proposal is answered', () => {
  for (const state of ['in_force', 'lift_approved', 'lifted'] as const) {
    for (const event of ['approved', 'declined'] as const) {
      const answer = mayAnswerLift({ state, proposedBy: 'ama' }, event, 'salif');
      expect(answer).toMatchObject({ code: 'wrong_state' });
    }
  }
});

test('nothing follows once it is lifted', () => {
  expect(freezeLifecycle.edges.filter((e) => (e.from as string[]).includes('lifted'))).toEqual([]);
});
