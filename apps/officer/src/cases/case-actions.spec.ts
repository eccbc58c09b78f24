import { caseLifecycle, type CaseState } from '#application';
import { permissionsOf } from '#identity';
import { expect, test } from '@jest/globals';
import { actionsFor, type ActedOn, type ActingOfficer } from './case-actions.ts';

const officer: ActingOfficer = {
  id: 'me',
  consulateId: 'paris',
  permissions: permissionsOf(['officer']),
};
const auditor: ActingOfficer = { ...officer, permissions: permissionsOf(['auditor']) };
const aCase = (more: Partial<ActedOn>): ActedOn => ({
  state: 'in_review',
  consulateId: 'paris',
  assignedTo: 'me',
  isProposed: false,
  isPassportConfirmed: true,
  wasSigned: false,
  ...more,
});
const named = (c: ActedOn, who = officer) =>
  actionsFor(c, who).map(({ name, blocked }) => (blocked ? `${name}: ${blocked}` : name));

// Written by hand, one line a state, for the officer who holds the case.
const HELD: Record<CaseState, string[]> = {
  draft: [],
  submitted: ['release'],
  in_review: ['release', 'direct', 'refuse'],
  information_requested: ['release'],
  refused: [],
  bond_required: ['release', 'correct'],
  approved_without_bond: ['release', 'visa', 'refuse'],
  bond_posted: ['release', 'visa', 'refuse'],
  bond_lapsed: ['release', 'reopen'],
  refused_after_posting: [],
  visa_issued: ['revoke', 'record'],
  travelling: ['record'],
  closed: [],
  withdrawn: [],
};

test.each(caseLifecycle.states.map((state) => [state]))('%s: who holds it may', (state) => {
  expect(named(aCase({ state }))).toEqual(HELD[state]);
});

test('nobody holds it: it can be taken where an officer has something to do', () => {
  expect(named(aCase({ assignedTo: null, state: 'submitted' }))).toEqual(['take']);
  expect(named(aCase({ assignedTo: null }))).toEqual([
    'take',
    'direct: not_held_by_you',
    'refuse: not_held_by_you',
  ]);
  expect(named(aCase({ assignedTo: null, state: 'closed' }))).toEqual([]);
});

test('what stands in the way is said', () => {
  expect(named(aCase({ assignedTo: 'another', state: 'bond_posted' }))).toEqual([
    'take: held_by_another',
    'visa: not_held_by_you',
    'refuse: not_held_by_you',
  ]);
  expect(named(aCase({ assignedTo: null, consulateId: 'dakar', state: 'submitted' }))).toEqual([
    'take: other_consulate',
  ]);
  expect(named(aCase({ isProposed: true }))).toEqual([
    'release',
    'direct: already_proposed',
    'refuse: already_proposed',
  ]);
});

test('nothing makes a journey of it before the passport is confirmed; refusing is always possible', () => {
  const unconfirmed = { isPassportConfirmed: false };
  expect(named(aCase(unconfirmed))).toEqual([
    'release',
    'direct: passport_not_confirmed',
    'refuse',
  ]);
  for (const state of ['bond_posted', 'approved_without_bond'] as const) {
    expect(named(aCase({ ...unconfirmed, state }))).toEqual([
      'release',
      'visa: passport_not_confirmed',
      'refuse',
    ]);
  }
});

test('who only reads may do nothing, in any state', () => {
  const found = caseLifecycle.states.flatMap((state) => named(aCase({ state }), auditor));
  expect(found).toEqual([]);
});

test('what is asked is corrected until somebody has signed', () => {
  const asked = { state: 'bond_required' } as const;
  expect(named(aCase({ ...asked, wasSigned: true }))).toEqual([
    'release',
    'correct: already_signed',
  ]);
  expect(named(aCase({ ...asked, isProposed: true }))).toContain('correct: already_proposed');
  expect(named(aCase({ ...asked, assignedTo: 'another' }))).toContain('correct: not_held_by_you');
});
