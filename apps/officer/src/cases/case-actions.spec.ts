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
  visaStopped: null,
  ...more,
});
const named = (c: ActedOn, who = officer) =>
  actionsFor(c, who).map(({ name, blocked }) => (blocked ? `${name}: ${blocked}` : name));

// Written by hand, one line a state, for the officer who holds the case.
const HELD: Record<CaseState, string[]> = {
  draft: [],
  submitted: ['release', 'freeze'],
  in_review: ['release', 'direct', 'information', 'refuse', 'freeze'],
  information_requested: ['release', 'freeze'],
  refused: ['freeze'],
  bond_required: ['release', 'correct', 'freeze'],
  approved_without_bond: ['release', 'visa', 'refuse', 'freeze'],
  bond_posted: ['release', 'visa', 'refuse', 'freeze'],
  bond_lapsed: ['release', 'reopen', 'freeze'],
  refused_after_posting: ['freeze'],
  visa_issued: ['revoke', 'record', 'freeze'],
  travelling: ['record', 'freeze'],
  closed: ['freeze'],
  withdrawn: ['freeze'],
};

test.each(caseLifecycle.states.map((state) => [state]))('%s: who holds it may', (state) => {
  expect(named(aCase({ state }))).toEqual(HELD[state]);
});

test('nobody holds it: it can be taken where an officer has something to do', () => {
  expect(named(aCase({ assignedTo: null, state: 'submitted' }))).toEqual(['take', 'freeze']);
  expect(named(aCase({ assignedTo: null }))).toEqual([
    'take',
    'direct: not_held_by_you',
    'information: not_held_by_you',
    'refuse: not_held_by_you',
    'freeze',
  ]);
  expect(named(aCase({ assignedTo: null, state: 'closed' }))).toEqual(['freeze']);
});

test('what stands in the way is said', () => {
  expect(named(aCase({ assignedTo: 'another', state: 'bond_posted' }))).toEqual([
    'take: held_by_another',
    'visa: not_held_by_you',
    'refuse: not_held_by_you',
    'freeze',
  ]);
  expect(named(aCase({ assignedTo: null, consulateId: 'dakar', state: 'submitted' }))).toEqual([
    'take: other_consulate',
    'freeze',
  ]);
  expect(named(aCase({ isProposed: true }))).toEqual([
    'release',
    'direct: already_proposed',
    'information: already_proposed',
    'refuse: already_proposed',
    'freeze',
  ]);
});

test('nothing makes a journey of it before the passport is confirmed; refusing is always possible', () => {
  const unconfirmed = { isPassportConfirmed: false };
  expect(named(aCase(unconfirmed))).toEqual([
    'release',
    'direct: passport_not_confirmed',
    'information',
    'refuse',
    'freeze',
  ]);
  for (const state of ['bond_posted', 'approved_without_bond'] as const) {
    expect(named(aCase({ ...unconfirmed, state }))).toEqual([
      'release',
      'visa: passport_not_confirmed',
      'refuse',
      'freeze',
    ]);
  }
});

test('who only reads may do nothing, in any state', () => {
  const found = caseLifecycle.states.flatMap((state) => named(aCase({ state }), auditor));
  expect(found).toEqual([]);
});

test('what stops the visa is said before anybody presses', () => {
  const posted = { state: 'bond_posted' } as const;
  for (const visaStopped of ['case_frozen', 'money_left_elsewhere'] as const) {
    expect(named(aCase({ ...posted, visaStopped }))).toContain(`visa: ${visaStopped}`);
    expect(named(aCase({ ...posted, visaStopped }))).toContain('refuse');
  }
});

test('what is asked is corrected until somebody has signed', () => {
  const asked = { state: 'bond_required' } as const;
  expect(named(aCase({ ...asked, wasSigned: true }))).toEqual([
    'release',
    'correct: already_signed',
    'freeze',
  ]);
  expect(named(aCase({ ...asked, isProposed: true }))).toContain('correct: already_proposed');
  expect(named(aCase({ ...asked, assignedTo: 'another' }))).toContain('correct: not_held_by_you');
});
