import { expect, test } from '@jest/globals';
import { disbursementLifecycle } from './disbursement.lifecycle.ts';
import { afterAsking, stepOf } from './sending.ts';

test('only an approved disbursement is sent without asking first', () => {
  const step = (processorRefundId: string | null) =>
    Object.fromEntries(
      disbursementLifecycle.states.map((state) => [
        state,
        stepOf({ route: 'processor', state, processorRefundId, isHeld: false }),
      ]),
    );
  expect(step(null)).toEqual({
    due: 'nothing',
    approved: 'call',
    sending: 'ask',
    pending: 'fetch',
    requires_action: 'fetch',
    unknown: 'ask',
    succeeded: 'nothing',
    failed: 'nothing',
    canceled: 'nothing',
    failed_after_success: 'nothing',
  });
  expect(step('re_1')).toMatchObject({ sending: 'fetch', unknown: 'fetch', approved: 'call' });
});

test('what is in its hold is not sent; what was sent is asked about all the same', () => {
  const held = { route: 'processor', processorRefundId: null, isHeld: true } as const;
  expect(stepOf({ ...held, state: 'approved' })).toBe('nothing');
  expect(stepOf({ ...held, state: 'sending' })).toBe('ask');
});

test('the key is used again while it is surely known, and never after', () => {
  expect([0, 1, 22.99].map((h) => afterAsking('sending', h))).toEqual(['call', 'call', 'call']);
  expect([23, 24, 400].map((h) => afterAsking('sending', h))).toEqual(Array(3).fill('unclear'));
  expect(afterAsking('sending', -1)).toBe('unclear');
  expect(afterAsking('sending', Infinity)).toBe('unclear');
});

test('an unclear disbursement is never sent again; unlisted after two days, it was never made', () => {
  expect([0, 23, 47.99].map((h) => afterAsking('unknown', h))).toEqual(Array(3).fill('wait'));
  expect([48, 400].map((h) => afterAsking('unknown', h))).toEqual(Array(2).fill('not_made'));
});

test('no job sends, or asks of, what goes by bank', () => {
  const steps = disbursementLifecycle.states.map((state) =>
    stepOf({ route: 'bank', state, processorRefundId: null, isHeld: false }),
  );
  expect(new Set(steps)).toEqual(new Set(['nothing']));
});
