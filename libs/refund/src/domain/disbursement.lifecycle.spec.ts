import { expect, test } from '@jest/globals';
import { disbursementLifecycle as d, mayAsk, OPEN_STATES } from './disbursement.lifecycle.ts';

const afterTheCall = {
  processor_succeeded: 'succeeded',
  processor_failed: 'failed',
  processor_canceled: 'canceled',
};
const expected: Record<string, Record<string, string>> = {
  due: { approved: 'approved', withdrawn: 'canceled' },
  approved: {
    ...{ sending_started: 'sending', put_in_file: 'sending' },
    ...{ stopped: 'due', withdrawn: 'canceled' },
  },
  sending: {
    ...afterTheCall,
    processor_pending: 'pending',
    processor_requires_action: 'requires_action',
    sending_unclear: 'unknown',
    ...{ bank_accepted: 'pending', bank_booked: 'succeeded', bank_rejected: 'failed' },
  },
  pending: {
    ...{ ...afterTheCall, processor_requires_action: 'requires_action' },
    ...{ bank_booked: 'succeeded', bank_rejected: 'failed' },
  },
  requires_action: { ...afterTheCall, processor_pending: 'pending' },
  unknown: {
    ...afterTheCall,
    processor_pending: 'pending',
    processor_requires_action: 'requires_action',
  },
  succeeded: { success_undone: 'failed_after_success', bank_returned: 'failed_after_success' },
  failed: { succeeded_after_failure: 'succeeded' },
  canceled: {},
  failed_after_success: {},
};

test('every state and event leads where it should, every other pair is refused', () => {
  expect([...d.states].sort()).toEqual(Object.keys(expected).sort());
  for (const state of d.states) {
    const leads = d.events.flatMap((event) => {
      const to = d.next(state, event);
      return to.ok ? [[event, to.value] as const] : [];
    });
    expect({ state, leads: Object.fromEntries(leads) }).toEqual({ state, leads: expected[state] });
  }
});

test('nothing can leave without approval, and nothing leaves twice', () => {
  expect(new Set(d.edges.filter((e) => e.to === 'sending').flatMap((e) => e.from))).toEqual(
    new Set(['approved']),
  );
  expect(d.edges.filter((e) => e.to === 'approved').flatMap((e) => e.from)).toEqual(['due']);
});

test('an open disbursement is one that is neither over nor settled', () => {
  const closed = d.states.filter((s) => !OPEN_STATES.includes(s));
  expect(closed).toEqual(['succeeded', 'failed', 'canceled', 'failed_after_success']);
});

test('the processor is asked about what it may have, and about nothing else', () => {
  const asked = (route: 'processor' | 'bank') =>
    d.states.filter((state) => mayAsk({ state, route })).sort();
  expect(asked('bank')).toEqual([]);
  expect(asked('processor')).toEqual(['pending', 'requires_action', 'sending', 'unknown']);
});
