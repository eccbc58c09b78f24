import { describe, expect, test } from '@jest/globals';
import { dismissalNeedsTwo, mayAnswerAside } from './decide-aside.ts';

describe('dismissing a record', () => {
  test.each([
    ['nobody is known by it', false, [], true],
    ['its traveller has no bond', true, [], false],
    ['a bond of theirs was only asked', true, ['required'], false],
    ['none was ever posted', true, ['lapsed', 'withdrawn', 'payment_started'], false],
    ['one is held', true, ['lapsed', 'held'], true],
    ['one is suspected of a breach', true, ['referred'], true],
    ['one was forfeited, which a late proof undoes', true, ['closed'], true],
  ])('%s', (_, isTravellerKnown, bondStates, needsTwo) => {
    expect(dismissalNeedsTwo({ isTravellerKnown, bondStates })).toBe(needsTwo);
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
