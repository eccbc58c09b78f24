import { expect, test } from '@jest/globals';
import { mayDecideDirection } from './decide-direction.ts';
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

const onDesk = { state: 'proposed', proposedBy: 'awa', caseState: 'in_review' } as const;

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
