import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { bondLifecycle } from '#bond-escrow';
import {
  evidenceChecks,
  mayClaim,
  mayConfirmProposal,
  mayProposeOn,
  mayReport,
  provableBondStates,
} from './decide-evidence.ts';
import { evidenceLifecycle } from './evidence.lifecycle.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const stay = { admittedOn: day('2026-03-01'), leaveBy: day('2026-03-30') };
const today = day('2026-04-02');

test('evidence returns a bond exactly where its lifecycle lets two people cancel it before a decision', () => {
  const cancelled = bondLifecycle.states.filter(
    (s) => bondLifecycle.may(s, 'cancelled') || bondLifecycle.may(s, 'late_proof_accepted'),
  );
  const decidedOtherwise = ['not_breached', 'overturned', 'rescinded'];
  expect([...provableBondStates].sort()).toEqual(
    cancelled.filter((s) => !decidedOtherwise.includes(s)).sort(),
  );
});

test.each([
  ['travelling', 'held', true],
  ['travelling', 'referred', true],
  ['visa_issued', 'held', 'not_travelling'],
  ['closed', 'cancelled', 'bond_decided'],
  ['travelling', 'breach_declared', 'bond_decided'],
  ['travelling', null, 'bond_decided'],
])('a departure of a case %s with a bond %s may be reported: %s', (caseState, bondState, says) => {
  const may = mayReport({ caseState, bondState });
  expect(may.ok || may.code).toBe(says);
});

test.each([
  ['2026-03-01', true],
  ['2026-03-30', true],
  ['2026-03-31', 'after_leave_by'],
  ['2026-02-28', 'before_admission'],
  ['2026-04-03', 'in_the_future'],
])('a departure on %s may be claimed: %s', (departedOn, says) => {
  const may = mayClaim({ departedOn: day(departedOn) }, stay, today);
  expect(may.ok || may.code).toBe(says);
});

test('without a leave-by date nothing is in time', () => {
  const may = mayClaim({ departedOn: today }, { admittedOn: null, leaveBy: null }, today);
  expect(may).toMatchObject({ code: 'after_leave_by' });
});

const sent = { state: 'sent', departedOn: day('2026-03-20') } as const;
const held = { bondState: 'held', leaveBy: stay.leaveBy };
const accept = { outcome: 'accept', checks: evidenceChecks } as const;

test('it is accepted only when everything was compared, and the claim is in time', () => {
  expect(mayProposeOn(sent, held, accept)).toMatchObject({ ok: true, value: 'proposed' });
  for (const left of evidenceChecks) {
    const checks = evidenceChecks.filter((check) => check !== left);
    expect(mayProposeOn(sent, held, { outcome: 'accept', checks })).toMatchObject({
      code: 'checks_missing',
    });
  }
  const late = { ...sent, departedOn: day('2026-03-31') };
  expect(mayProposeOn(late, held, accept)).toMatchObject({ code: 'after_leave_by' });
  expect(mayProposeOn(sent, { ...held, bondState: 'cancelled' }, accept)).toMatchObject({
    code: 'bond_decided',
  });
});

test('it is refused for a reason that we know, whatever was compared', () => {
  const refuse = { outcome: 'refuse', checks: [], reason: 'not_legible' } as const;
  expect(mayProposeOn(sent, held, refuse).ok).toBe(true);
  expect(mayProposeOn(sent, held, { ...refuse, reason: 'because' })).toMatchObject({
    code: 'unknown_reason',
  });
});

test('whoever proposed it neither confirms it nor sends it back', () => {
  const proposed = { state: 'proposed', proposedBy: 'ama' } as const;
  for (const event of ['accepted', 'refused', 'sent_back'] as const) {
    expect(mayConfirmProposal(proposed, event, 'ama')).toMatchObject({ code: 'same_person' });
    expect(mayConfirmProposal(proposed, event, 'boubacar').ok).toBe(true);
  }
});

test('every edge leads where the table says, and every other is refused', () => {
  for (const state of evidenceLifecycle.states) {
    for (const event of evidenceLifecycle.events) {
      const edge = evidenceLifecycle.edges.find((e) => e.event === event && e.from.includes(state));
      const next = evidenceLifecycle.next(state, event);
      expect(next.ok ? next.value : next.code).toBe(edge?.to ?? 'wrong_state');
    }
  }
});
