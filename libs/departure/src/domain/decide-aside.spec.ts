import { describe, expect, test } from '@jest/globals';
import { dismissalNeedsTwo, mayAnswerAside } from './decide-aside.ts';

describe('dismissing a record', () => {
  test.each([
    ['nobody is known by it', false, false, true],
    ['no bond of its traveller was ever posted', true, false, false],
    ['one was', true, true, true],
  ])('%s', (_, isTravellerKnown, isBondPosted, needsTwo) => {
    expect(dismissalNeedsTwo({ isTravellerKnown, isBondPosted })).toBe(needsTwo);
  });
});

test('another person approves, and anybody declines, while it waits', () => {
  const row = { state: 'proposed', proposedBy: 'ada' } as const;
  expect(mayAnswerAside(row, 'approved', 'ada')).toMatchObject({ code: 'same_person' });
  expect(mayAnswerAside(row, 'approved', 'ben')).toMatchObject({ value: 'approved' });
  expect(mayAnswerAside(row, 'declined', 'ada')).toMatchObject({ value: 'declined' });
  expect(mayAnswerAside({ ...row, state: 'done' }, 'declined', 'ben')).toMatchObject({
    code: 'wrong_state',
  });
});
