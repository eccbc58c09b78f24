import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterPauses } from './pause.ts';
import { addDays, dayIn, daysBetween, endOfDay, Temporal } from './time.ts';

const ZONE = 'America/New_York';
const START = Temporal.Instant.from('2026-03-01T12:00:00Z');
const deadline = endOfDay(addDays(dayIn(START, ZONE), 30), ZONE);
const given = (pauses: Parameters<typeof afterPauses>[1]) =>
  daysBetween(dayIn(deadline, ZONE), dayIn(afterPauses(deadline, pauses, ZONE), ZONE));

const pauses = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 * 86_400 }), fc.integer({ min: 0, max: 20 * 86_400 }))
    .map(([begin, length]) => {
      const from = START.add({ seconds: begin });
      return { from, until: from.add({ seconds: length }) };
    }),
  { maxLength: 6 },
);

test('pauses give back each day that one of them took, once', () => {
  fc.assert(
    fc.property(pauses, (all) => {
      const days = new Set<string>();
      for (const { from, until } of all) {
        const last = dayIn(until, ZONE);
        for (let day = dayIn(from, ZONE); daysBetween(day, last) > 0; day = addDays(day, 1)) {
          days.add(`${day}`);
        }
      }
      expect(given(all)).toBe(days.size);
    }),
  );
});

test('a deadline ends with its last day, and without a pause it stays to the millisecond', () => {
  const from = START;
  const next = afterPauses(deadline, [{ from, until: from.add({ hours: 30 }) }], ZONE);
  expect(next).toEqual(endOfDay(dayIn(next, ZONE), ZONE));
  expect(afterPauses(START, [], ZONE)).toBe(START);
});
