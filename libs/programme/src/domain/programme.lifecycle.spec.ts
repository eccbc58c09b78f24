import { expect, test } from '@jest/globals';
import {
  eventTo,
  mayOpenCase,
  openFirst,
  programmeLifecycle,
  programmeVersionLifecycle,
} from './programme.lifecycle.ts';

const walk = (lc: typeof programmeLifecycle | typeof programmeVersionLifecycle) =>
  lc.states.flatMap((state) =>
    lc.events.flatMap((event) => {
      const next = (lc as typeof programmeLifecycle).next(state as 'open', event as 'opened');
      return next.ok ? [`${state} ${event} ${next.value}`] : [];
    }),
  );

test('the switch: these edges and no others', () => {
  expect(walk(programmeLifecycle).sort()).toEqual([
    'open suspended suspended',
    'open withdrawn withdrawn',
    'suspended opened open',
    'suspended withdrawn withdrawn',
    'withdrawn opened open',
  ]);
});

test('a version: these edges and no others', () => {
  expect(walk(programmeVersionLifecycle).sort()).toEqual([
    'approved edited draft',
    'approved put_in_force in_force',
    'draft approved approved',
    'in_force superseded superseded',
  ]);
});

test('the event to a state leads there from wherever it may', () => {
  for (const [state, event] of Object.entries(eventTo)) {
    const edges = programmeLifecycle.edges.filter((e) => e.event === event);
    expect(edges.map((e) => e.to)).toEqual([state]);
  }
});

test('only an open programme takes cases, and another says why it does not', () => {
  expect(mayOpenCase({ state: 'open', stateReason: 'in_force' })).toEqual({
    ok: true,
    value: true,
  });
  for (const state of ['suspended', 'withdrawn'] as const) {
    expect(mayOpenCase({ state, stateReason: 'security' })).toEqual({
      ok: false,
      code: 'programme_not_open',
      detail: { state, reason: 'security' },
    });
  }
});

test('programmes that take cases come first, and none is lost', () => {
  const listed = (['withdrawn', 'open', 'suspended', 'open'] as const).map((state, at) => ({
    ...{ at, state, stateReason: 'in_force' as const },
  }));
  expect(openFirst(listed).map((p) => p.at)).toEqual([1, 3, 0, 2]);
});
