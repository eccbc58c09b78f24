import { expect, test } from '@jest/globals';
import { movementImportLifecycle as lifecycle } from './movement-import.lifecycle.ts';

const EDGES: Record<string, Partial<Record<string, string>>> = {
  checking: { checked: 'checked', declined: 'declined' },
  checked: { confirmed: 'confirmed', declined: 'declined' },
  confirmed: { imported: 'imported' },
  imported: {},
  declined: {},
};

const all = lifecycle.states.flatMap((state) =>
  lifecycle.events.map((event) => [state, event, EDGES[state]?.[event]] as const),
);

test.each(all)('%s, %s: %s', (state, event, to) => {
  const next = lifecycle.next(state, event);
  expect(next.ok ? next.value : undefined).toBe(to);
});

test('it ends brought in, or declined', () => {
  expect(lifecycle.states.filter((s) => lifecycle.isFinal(s))).toEqual(['imported', 'declined']);
});
