import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { badgesOf, type BadgeCase } from './case-badges.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
// 03:30 UTC on the 11th is still the 10th in Washington.
const now = at('2026-03-11T03:30:00Z');
const zone = 'America/New_York';
const facts = {
  consulateId: 'c',
  personId: null,
  arrivesOn: null,
  purpose: null,
  bondState: null,
  clock: null,
  validUntil: null,
  leaveBy: null,
  isProposed: false,
};
const aCase = (more: Partial<BadgeCase>): BadgeCase => ({
  state: 'submitted',
  submittedAt: at('2026-03-01T12:00:00Z'),
  assignedTo: null,
  facts,
  ...more,
});
const badges = (more: Partial<BadgeCase>) =>
  badgesOf(aCase(more), now, zone).map(({ tone: _, ...badge }) => badge);

test('a case that nobody holds says how long it has waited, in the days of its consulate', () => {
  expect(badges({})).toEqual([{ key: 'waitingDays', count: 9 }]);
  expect(badges({ submittedAt: at('2026-03-10T12:00:00Z') })).toEqual([{ key: 'waitingToday' }]);
  expect(badges({ state: 'in_review', assignedTo: 'somebody' })).toEqual([]);
});

test('a lower amount that waits says so, and nothing else', () => {
  const proposed = { ...facts, isProposed: true };
  expect(badges({ state: 'in_review', facts: proposed })).toEqual([{ key: 'secondPerson' }]);
});

test('what was asked shows until when, and then whose turn it is with what', () => {
  const answerBy = at('2026-03-20T03:59:59.999Z');
  const asked = { answerBy, outcome: null };
  const state = 'information_requested' as const;
  expect(badges({ state, information: asked })).toEqual([
    { key: 'answerBy', day: day('2026-03-19') },
  ]);
  const back = { state: 'in_review', assignedTo: 'somebody' } as const;
  const answered = { answerBy, outcome: 'answered' } as const;
  expect(badges({ ...back, information: answered })).toEqual([{ key: 'answered' }]);
  const silent = { answerBy, outcome: 'not_answered' } as const;
  expect(badges({ ...back, information: silent })).toEqual([{ key: 'notAnswered' }]);
});

test('a bond to post shows its deadline, its payment, and when it is too late', () => {
  const clock = { postBy: at('2026-03-11T03:59:59.999Z'), paused: null };
  const due = { ...facts, clock };
  const state = 'bond_required' as const;
  expect(badges({ state, facts: due })).toEqual([{ key: 'postBy', day: day('2026-03-10') }]);
  expect(badges({ state, facts: { ...due, bondState: 'payment_started' } })).toEqual([
    { key: 'paying' },
    { key: 'postBy', day: day('2026-03-10') },
  ]);
  const over = { ...facts, clock: { ...clock, postBy: at('2026-03-10T03:59:59.999Z') } };
  expect(badges({ state: 'bond_lapsed', facts: over })).toEqual([
    { key: 'postByOver', day: day('2026-03-09') },
  ]);
  const paused = { reason: 'case_frozen' as const, since: at('2026-03-08T03:30:00Z') };
  expect(badges({ state, facts: { ...facts, clock: { ...clock, paused } } })).toEqual([
    { key: 'postPaused', day: day('2026-03-07') },
  ]);
});

test('the last day itself is still in time', () => {
  const last = day('2026-03-10');
  const before = day('2026-03-09');
  expect(badges({ state: 'visa_issued', facts: { ...facts, validUntil: last } })).toEqual([
    { key: 'useBy', day: last },
  ]);
  expect(badges({ state: 'visa_issued', facts: { ...facts, validUntil: before } })).toEqual([
    { key: 'useByOver', day: before },
  ]);
  expect(badges({ state: 'travelling', facts: { ...facts, leaveBy: last } })).toEqual([
    { key: 'leaveBy', day: last },
  ]);
  expect(badges({ state: 'travelling', facts: { ...facts, leaveBy: before } })).toEqual([
    { key: 'leaveByOver', day: before },
  ]);
});

test('a case that is over, or without facts, has nothing to add', () => {
  expect(badges({ state: 'closed' })).toEqual([]);
  expect(badges({ state: 'travelling', facts: undefined })).toEqual([]);
});
