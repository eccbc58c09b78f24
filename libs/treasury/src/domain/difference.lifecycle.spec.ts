import { expect, test } from '@jest/globals';
import {
  differenceLifecycle as lifecycle,
  differencesForPeople,
  unsettledDifferences,
} from './difference.lifecycle.ts';

test('every edge, and no other', () => {
  const edges = lifecycle.states.flatMap((state) =>
    lifecycle.events.flatMap((event) => {
      const next = lifecycle.next(state, event);
      return next.ok ? [`${state} ${event} ${next.value}`] : [];
    }),
  );
  expect(edges).toEqual([
    ...['open asked asked', 'open proposed proposed', 'open agreed closed', 'open changed closed'],
    ...['asked still_there open', 'asked agreed closed', 'asked changed closed'],
    ...['proposed declined open', 'proposed confirmed confirmed'],
    ...['proposed agreed closed', 'proposed changed closed'],
    ...['confirmed agreed closed', 'confirmed changed closed'],
  ]);
});

test('what is unsettled is what has an end to come, and people see to some of it', () => {
  expect(lifecycle.states.filter((s) => !lifecycle.isFinal(s))).toEqual([...unsettledDifferences]);
  const people = lifecycle.states.filter((s) => lifecycle.publicStatusOf(s) === 'to_look_at');
  expect(people).toEqual([...differencesForPeople]);
});
