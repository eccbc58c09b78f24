import { expect, test } from '@jest/globals';
import { movementLifecycle as m } from './movement.lifecycle.ts';

const expected: Record<string, Record<string, string>> = {
  received: {
    ...{ traveller_found: 'matched', traveller_not_found: 'unmatched' },
    set_aside: 'set_aside',
  },
  matched: { assessed: 'assessed', set_aside: 'set_aside' },
  unmatched: { traveller_found: 'matched', set_aside: 'set_aside' },
  assessed: {},
  set_aside: { taken_up: 'matched' },
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

test('only an assessed record is done with', () => {
  expect(m.states.filter((s) => m.isFinal(s))).toEqual(['assessed']);
});
