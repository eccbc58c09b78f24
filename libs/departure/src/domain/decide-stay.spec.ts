import { expect, test } from '@jest/globals';
import { bondLifecycle } from '#bond-escrow';
import { caseLifecycle } from '#application';
import { Temporal } from '#kernel';
import {
  afterExtension,
  isFactOvertaken,
  mayBeOn,
  mayConfirmFact,
  mayCount,
  mayProposeFact,
  stayFactKinds,
  type StayFactKind,
} from './decide-stay.ts';
import { stayFactLifecycle } from './stay-fact.lifecycle.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const stay = { admittedOn: day('2026-03-01'), leaveBy: day('2026-03-30') };
const today = day('2026-03-20');

// By hand: where each kind counts, for a traveller in the country.
const COUNTS: Record<StayFactKind, readonly (string | null)[]> = {
  extension: [null, 'held', 'evidence_requested', 'referred'],
  application_to_stay: ['held', 'evidence_requested'],
  death: [null, 'held', 'evidence_requested', 'referred', 'notice_given'],
};

test.each(stayFactKinds)('%s counts while it can still change something', (kind) => {
  const counting = [null, ...bondLifecycle.states].filter(
    (bondState) => mayCount(kind, { caseState: 'travelling', bondState }).ok,
  );
  expect(new Set(counting)).toEqual(new Set(COUNTS[kind]));
  const journeys = caseLifecycle.states.filter(
    (caseState) => mayCount(kind, { caseState, bondState: 'held' }).ok,
  );
  expect(journeys).toEqual(kind === 'death' ? ['visa_issued', 'travelling'] : ['travelling']);
});

test('what a longer stay undoes is what the lifecycle lets it undo', () => {
  const undone = bondLifecycle.states.filter((s) => bondLifecycle.may(s, 'stay_extended'));
  expect(undone.sort()).toEqual(['evidence_requested', 'referred']);
});

test.each<[StayFactKind, string, true | string]>([
  ['extension', '2026-03-30', 'not_longer'],
  ['extension', '2026-03-31', true],
  ['extension', '2027-03-31', true],
  ['extension', '2027-04-01', 'too_far'],
  ['application_to_stay', '2026-02-28', 'before_admission'],
  ['application_to_stay', '2026-03-01', true],
  ['application_to_stay', '2026-03-20', true],
  ['application_to_stay', '2026-03-21', 'in_the_future'],
  ['death', '2026-02-01', true],
  ['death', '2026-03-21', 'in_the_future'],
])('%s on %s: %s', (kind, on, says) => {
  const may = mayBeOn(kind, day(on), stay, today);
  expect(may.ok || may.code).toBe(says);
});

test('a stay without its last day has nothing to extend', () => {
  const none = { admittedOn: null, leaveBy: null };
  expect(mayBeOn('extension', today, none, today)).toMatchObject({ code: 'no_leave_by' });
  expect(mayBeOn('death', today, none, today).ok).toBe(true);
});

const facts = { ...stay, today, caseState: 'travelling', bondState: 'held' };
const sent = { kind: 'extension', state: 'sent' } as const;

test('it is proposed with a day that can be, or refused for a reason that we know', () => {
  const accept = (on: string) => ({ outcome: 'accept', day: day(on) }) as const;
  expect(mayProposeFact(sent, facts, accept('2026-04-10'))).toMatchObject({ value: 'proposed' });
  expect(mayProposeFact(sent, facts, accept('2026-03-10'))).toMatchObject({ code: 'not_longer' });
  const decided = { ...facts, bondState: 'breach_declared' };
  expect(mayProposeFact(sent, decided, accept('2026-04-10'))).toMatchObject({
    code: 'bond_decided',
  });
  const refuse = (reason: string) => ({ outcome: 'refuse', reason }) as const;
  // Also when the bond was decided meanwhile: it is over either way.
  expect(mayProposeFact(sent, decided, refuse('not_shown')).ok).toBe(true);
  expect(mayProposeFact(sent, facts, refuse('because'))).toMatchObject({ code: 'unknown_reason' });
  expect(mayProposeFact({ ...sent, state: 'draft' }, facts, accept('2026-04-10'))).toMatchObject({
    code: 'wrong_state',
  });
});

test('whoever proposed it neither confirms it nor sends it back', () => {
  const proposed = { state: 'proposed', proposedBy: 'ama' } as const;
  for (const event of ['accepted', 'refused', 'sent_back'] as const) {
    expect(mayConfirmFact(proposed, event, 'ama')).toMatchObject({ code: 'same_person' });
    expect(mayConfirmFact(proposed, event, 'boubacar').ok).toBe(true);
  }
});

test.each([
  [null, null, 'dates_only'],
  ['held', null, 'dates_only'],
  ['evidence_requested', null, 'held_again'],
  ['referred', null, 'held_again'],
  ['referred', '2026-04-02', 'departed_in_time'],
  ['referred', '2026-04-10', 'departed_in_time'],
  ['referred', '2026-04-11', 'dates_only'],
])('extended to 10 April with a bond %s and a departure on %s: %s', (bondState, left, then) => {
  const departedOn = left === null ? null : day(left);
  expect(afterExtension({ bondState, departedOn, leaveBy: day('2026-04-10') })).toBe(then);
});

test('it is overtaken once the stay is decided, or lasts as long already', () => {
  const over = (kind: StayFactKind, acceptedDay: string | null, more: object = {}) =>
    isFactOvertaken(
      { kind, acceptedDay: acceptedDay === null ? null : day(acceptedDay) },
      {
        ...{ caseState: 'travelling', bondState: 'held', leaveBy: stay.leaveBy },
        ...more,
      },
    );
  expect(over('extension', '2026-04-10')).toBe(false);
  expect(over('extension', null)).toBe(false);
  expect(over('extension', '2026-03-30')).toBe(true);
  expect(over('extension', '2026-04-10', { bondState: 'notice_given' })).toBe(true);
  expect(over('death', '2026-03-10')).toBe(false);
  expect(over('death', '2026-03-10', { caseState: 'closed' })).toBe(true);
});

test('every edge leads where the table says, and every other is refused', () => {
  for (const state of stayFactLifecycle.states) {
    for (const event of stayFactLifecycle.events) {
      const edge = stayFactLifecycle.edges.find((e) => e.event === event && e.from.includes(state));
      const next = stayFactLifecycle.next(state, event);
      expect(next.ok ? next.value : next.code).toBe(edge?.to ?? 'wrong_state');
    }
  }
});
