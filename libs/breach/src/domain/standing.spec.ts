import { expect, test } from '@jest/globals';
import { groundOfReferral } from './grounds.ts';
import { mayGiveNotice } from './notice.ts';
import { standingOf, type StandingFacts } from './standing.ts';

const facts = (more: Partial<StandingFacts>): StandingFacts => ({
  ...{ bondState: 'notice_given', isWindowOpen: false, isPaused: false, open: null },
  ...{ isForfeited: false, ...more },
});

test.each([
  ['referred', { bondState: 'referred' }],
  ['replying', { isWindowOpen: true }],
  ['paused', { isWindowOpen: true, isPaused: true }],
  ['to_decide', {}],
  ['decision_proposed', { open: { kind: 'decision', state: 'proposed' } }],
  ['being_carried_out', { open: { kind: 'decision', state: 'approved' } }],
  ['declared', { bondState: 'breach_declared' }],
  ['appealed', { bondState: 'appealed' }],
  ['appeal_proposed', { bondState: 'appealed', open: { kind: 'appeal', state: 'proposed' } }],
  ['rescission_proposed', { bondState: 'closed', open: { kind: 'rescission', state: 'proposed' } }],
  ['final', { bondState: 'breach_final' }],
  ['final', { bondState: 'closed', isForfeited: true }],
  ['stopped', { bondState: 'held' }],
  ['returned', { bondState: 'closed' }],
  ['returned', { bondState: 'cancelled' }],
] as const)('%s', (standing, more) => {
  expect(standingOf(facts(more))).toBe(standing);
});

test('a referral has a ground of the closed list, whatever its code', () => {
  expect(groundOfReferral('late')).toBe('late_departure');
  expect(groundOfReferral('no_departure_record')).toBe('no_departure_record');
  expect(groundOfReferral('something_else')).toBe('other_condition');
  expect(groundOfReferral(null)).toBe('other_condition');
});

test('a notice names a ground, by somebody who did not set the bond, once', () => {
  const notice = { bondState: 'referred', hasSetTheBond: false, named: 1 };
  expect(mayGiveNotice(notice).ok).toBe(true);
  expect(mayGiveNotice({ ...notice, hasSetTheBond: true })).toMatchObject({ code: 'set_the_bond' });
  expect(mayGiveNotice({ ...notice, named: 0 })).toMatchObject({ code: 'no_ground' });
  expect(mayGiveNotice({ ...notice, bondState: 'notice_given' })).toMatchObject({
    code: 'wrong_state',
  });
});
