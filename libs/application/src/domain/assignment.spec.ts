import { expect, test } from '@jest/globals';
import { mayAssign, mayDecide, type Held } from './assignment.ts';
import { caseLifecycle, type CaseEvent, type CaseState } from './case.lifecycle.ts';

const me = 'officer-1';
const here = 'consulate-1';
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

test('nobody takes what another holds, nor what is of another consulate', () => {
  expect(mayAssign(held({ assignedTo: me }), officer).ok).toBe(true);
  expect(mayAssign(held({ assignedTo: 'officer-2' }), officer)).toMatchObject({
    code: 'held_by_another',
  });
  expect(mayAssign(held({ consulateId: 'consulate-2' }), officer)).toMatchObject({
    code: 'other_consulate',
  });
  expect(mayAssign(held(), { accountId: me, consulateId: null }).ok).toBe(true);
});

test('only the holder decides, and only what is due', () => {
  expect(mayDecide(held({ assignedTo: me }), me, 'refused', true)).toEqual({
    ok: true,
    value: 'refused',
  });
  expect(mayDecide(held(), me, 'refused', true)).toMatchObject({ code: 'not_held_by_you' });
  expect(mayDecide(held({ assignedTo: 'officer-2' }), me, 'refused', true)).toMatchObject({
    code: 'not_held_by_you',
  });
  expect(mayDecide(held({ assignedTo: me }), me, 'visa_issued', true)).toMatchObject({
    code: 'wrong_state',
  });
});

test('what makes a journey of an application needs a passport that an officer has confirmed', () => {
  const decide = (state: Held['state'], event: CaseEvent, isConfirmed: boolean) => {
    const answer = mayDecide(held({ state, assignedTo: me }), me, event, isConfirmed);
    return answer.ok ? 'ok' : answer.code;
  };
  const needed = [
    ['in_review', 'bond_required'],
    ['in_review', 'approved_without_bond'],
    ['bond_posted', 'visa_issued'],
  ] as const;
  for (const [state, event] of needed) {
    expect(decide(state, event, false)).toBe('passport_not_confirmed');
    expect(decide(state, event, true)).toBe('ok');
  }
  expect(decide('in_review', 'refused', false)).toBe('ok');
  // What is not possible at all is said first.
  expect(decide('travelling', 'visa_issued', false)).toBe('wrong_state');
});
