import { expect, test } from '@jest/globals';
import { mayCorrect, mayDecideDirection } from './decide-direction.ts';
import { directionLifecycle } from './direction.lifecycle.ts';

test('every edge leads where the rules say, and there is no other', () => {
  const found = directionLifecycle.states.flatMap((s) =>
    directionLifecycle.events.map((e) => {
      const next = directionLifecycle.next(s, e);
      return `${s} ${e} ${next.ok ? next.value : '-'}`;
    }),
  );
  expect(found).toEqual([
    'proposed approved approved',
    'proposed declined declined',
    'approved approved -',
    'approved declined -',
    'declined approved -',
    'declined declined -',
  ]);
});

const onDesk = {
  state: 'proposed',
  proposedBy: 'awa',
  caseState: 'in_review',
  isCorrection: false,
} as const;

test('another person approves or declines, never the one who proposed (R8)', () => {
  expect(mayDecideDirection(onDesk, 'approved', 'bah')).toEqual({ ok: true, value: 'approved' });
  expect(mayDecideDirection(onDesk, 'declined', 'bah')).toEqual({ ok: true, value: 'declined' });
  for (const event of ['approved', 'declined'] as const) {
    expect(mayDecideDirection(onDesk, event, 'awa')).toEqual({ ok: false, code: 'same_person' });
  }
});

test('once decided it stays, and a review that is over can only be declined', () => {
  const decided = { ...onDesk, state: 'declined' } as const;
  expect(mayDecideDirection(decided, 'approved', 'bah')).toMatchObject({ code: 'wrong_state' });
  const refused = { ...onDesk, caseState: 'refused' };
  expect(mayDecideDirection(refused, 'approved', 'bah')).toMatchObject({ code: 'wrong_state' });
  expect(mayDecideDirection(refused, 'declined', 'bah')).toMatchObject({ ok: true });
});

test('a correction is approved while its bond is asked, and in no other state of the case', () => {
  const correction = { ...onDesk, isCorrection: true, caseState: 'bond_required' };
  expect(mayDecideDirection(correction, 'approved', 'bah')).toMatchObject({ ok: true });
  for (const caseState of ['in_review', 'bond_lapsed', 'bond_posted']) {
    const late = { ...correction, caseState };
    expect(mayDecideDirection(late, 'approved', 'bah')).toMatchObject({ code: 'wrong_state' });
    expect(mayDecideDirection(late, 'declined', 'bah')).toMatchObject({ ok: true });
  }
});

const asked = {
  ...({
    state: 'required',
    directionId: 'first',
    reasonCode: 'default',
    wasSigned: false,
  } as const),
  amountMinor: 10n,
};
const other = { supersedes: 'first', amountMinor: 5n, reasonCode: 'minor' };

test('what is asked becomes other terms until somebody has signed, and not after', () => {
  expect(mayCorrect(asked, other)).toEqual({ ok: true, value: true });
  expect(mayCorrect({ ...asked, wasSigned: true }, other)).toMatchObject({
    code: 'already_signed',
  });
  for (const state of ['payment_started', 'lapsed', 'held', 'withdrawn'] as const) {
    expect(mayCorrect({ ...asked, state }, other)).toMatchObject({ code: 'wrong_state' });
  }
  const ofAnother = { ...other, supersedes: 'second' };
  expect(mayCorrect(asked, ofAnother)).toMatchObject({ code: 'wrong_state' });
  const same = { supersedes: 'first', amountMinor: 10n, reasonCode: 'default' };
  expect(mayCorrect(asked, same)).toMatchObject({ code: 'same_terms' });
});
