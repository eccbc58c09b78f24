import { expect, test } from '@jest/globals';
import { openSuspenseStates, suspenseLifecycle as lifecycle } from './suspense.lifecycle.ts';

test('every edge, and no other', () => {
  const edges = lifecycle.states.flatMap((state) =>
    lifecycle.events.flatMap((event) => {
      const next = lifecycle.next(state, event);
      return next.ok ? [`${state} ${event} ${next.value}`] : [];
    }),
  );
  expect(edges).toEqual([
    'proposed approved approved',
    'proposed sufficed approved',
    'proposed kept done',
    'proposed declined declined',
    'proposed overtaken overtaken',
    'approved carried_out done',
    'approved overtaken overtaken',
  ]);
});

test('what is open is what has an end to come', () => {
  expect(lifecycle.states.filter((s) => !lifecycle.isFinal(s))).toEqual([...openSuspenseStates]);
});
