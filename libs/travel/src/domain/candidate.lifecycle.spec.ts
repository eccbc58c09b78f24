import { expect, test } from '@jest/globals';
import { candidateLifecycle as c } from './candidate.lifecycle.ts';

const expected: Record<string, Record<string, string>> = {
  open: { join_proposed: 'join_proposed', rejected: 'rejected', overtaken: 'lapsed' },
  join_proposed: { joined: 'joined', declined: 'open', overtaken: 'lapsed' },
  joined: {},
  rejected: {},
  lapsed: {},
};

test('every state and event leads where it should, every other pair is refused', () => {
  expect([...c.states].sort()).toEqual(Object.keys(expected).sort());
  for (const state of c.states) {
    const leads = c.events.flatMap((event) => {
      const to = c.next(state, event);
      return to.ok ? [[event, to.value] as const] : [];
    });
    expect({ state, leads: Object.fromEntries(leads) }).toEqual({ state, leads: expected[state] });
  }
});
