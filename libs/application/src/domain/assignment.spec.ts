import { expect, test } from '@jest/globals';
import { mayAssign, mayDecide, type Held } from './assignment.ts';
import { caseLifecycle, type CaseState } from './case-lifecycle.ts';

const me = 'officer-1';
const here = 'office-1';
const held = (more: Partial<Held> = {}): Held => ({
  state: 'in_review',
  consulateId: here,
  assignedTo: null,
  ...more,
});
const officer = { accountId: me, consulateId: here };

test('a case is taken only where an officer still has something to do', () => {
  const open = caseLifecycle.states.filter((state) => mayAssign(held({ state }), officer).ok);
  const expected: CaseState[] = [
    'submitted',
    'in_review',
    'information_requested',
    'bond_required',
    'approved_without_bond',
    'bond_posted',
    'bond_lapsed',
  ];
  expect(open).toEqual(expected);
});

test('nobody takes what another holds, nor what is of another office', () => {
  expect(mayAssign(held({ assignedTo: me }), officer).ok).toBe(true);
  expect(mayAssign(held({ assignedTo: 'officer-2' }), officer)).toMatchObject({
    code: 'held_by_another',
  });
  expect(mayAssign(held({ consulateId: 'office-2' }), officer)).toMatchObject({
    code: 'other_consulate',
  });
  expect(mayAssign(held(), { accountId: me, consulateId: null }).ok).toBe(true);
});

test('only the holder decides, and only what is due', () => {
  expect(mayDecide(held({ assignedTo: me }), me, 'refused')).toEqual({
    ok: true,
    value: 'refused',
  });
  expect(mayDecide(held(), me, 'refused')).toMatchObject({ code: 'not_held_by_you' });
  expect(mayDecide(held({ assignedTo: 'officer-2' }), me, 'refused')).toMatchObject({
    code: 'not_held_by_you',
  });
  expect(mayDecide(held({ assignedTo: me }), me, 'visa_issued')).toMatchObject({
    code: 'wrong_state',
  });
});
