import { expect, test } from '@jest/globals';
import { movementLifecycle as m } from './movement.lifecycle.ts';

const expected: Record<string, Record<string, string>> = {
  received: {
    ...{ traveller_found: 'matched', traveller_not_found: 'unmatched' },
    ...{ set_aside: 'set_aside', carried_out: 'assessed', superseded: 'superseded' },
  },
  matched: { assessed: 'assessed', set_aside: 'set_aside', superseded: 'superseded' },
  unmatched: {
    ...{ traveller_found: 'matched', joined: 'matched' },
    ...{ set_aside: 'set_aside', superseded: 'superseded' },
  },
  assessed: { superseded: 'superseded' },
  set_aside: { taken_up: 'matched', superseded: 'superseded', dismissed: 'dismissed' },
  dismissed: { superseded: 'superseded' },
  superseded: {},
};

test('every state and event leads where it should, every other pair is refused', () => {
  expect([...m.states].sort()).toEqual(Object.keys(expected).sort());
  for (const state of m.states) {
    const leads = m.events.flatMap((event) => {
      const to = m.next(state, event);
      return to.ok ? [[event, to.value] as const] : [];
    });
    expect({ state, leads: Object.fromEntries(leads) }).toEqual({ state, leads: expected[state] });
  }
});

test('only a record that another one replaced is never looked at again', () => {
  expect(m.states.filter((s) => m.isFinal(s))).toEqual(['superseded']);
});
