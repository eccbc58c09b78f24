import { addDays, isOnOrBefore, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  areComplete,
  completeEverywhere,
  incompletePorts,
  type PortRecords,
} from './completeness.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const port = (code: string, through: string | null, more: Partial<PortRecords> = {}) => ({
  ...{ code, name: code, zone: 'Africa/Bamako', listedFrom: day('2026-01-01') },
  ...{ listedUntil: null, completeThrough: through === null ? null : day(through), ...more },
});
const [FROM, THROUGH] = [day('2026-11-01'), day('2026-12-24')];
const complete = (...ports: PortRecords[]) => areComplete(ports, FROM, THROUGH);

test('every port that was listed must be complete through the last day', () => {
  expect(complete(port('BKO', '2026-12-24'))).toBe(true);
  expect(complete(port('BKO', '2026-12-23'))).toBe(false);
  expect(complete(port('BKO', '2026-12-24'), port('KYS', '2026-12-23'))).toBe(false);
  expect(complete(port('BKO', '2026-12-24'), port('KYS', null))).toBe(false);
});

test('a port must say nothing of days on which it was not listed', () => {
  const bko = port('BKO', '2026-12-24');
  const left = { listedUntil: day('2026-11-10') };
  expect(complete(bko, port('KYS', '2026-11-10', left))).toBe(true);
  expect(complete(bko, port('KYS', '2026-11-09', left))).toBe(false);
  expect(complete(bko, port('KYS', null, { listedUntil: day('2026-10-31') }))).toBe(true);
  expect(complete(bko, port('KYS', null, { listedFrom: day('2026-12-25') }))).toBe(true);
  expect(complete(bko, port('KYS', null, { listedFrom: day('2026-12-24') }))).toBe(false);
});

test('where no port is listed nothing is complete', () => {
  expect(complete()).toBe(false);
  expect(complete(port('BKO', '2026-12-24', { listedUntil: day('2026-10-31') }))).toBe(false);
  expect(completeEverywhere([])).toBeNull();
});

test('the earliest port decides through which day all are', () => {
  const gone = port('KYS', null, { listedUntil: day('2026-11-10') });
  expect(completeEverywhere([port('BKO', '2026-12-24'), port('TOM', '2026-12-20'), gone])).toEqual(
    day('2026-12-20'),
  );
  expect(completeEverywhere([port('BKO', '2026-12-24'), port('TOM', null)])).toBeNull();
});

test('property: what is complete stays so as marks rise, and no day after the earliest mark is', () => {
  const offset = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(
      fc.array(offset, { minLength: 1, maxLength: 4 }),
      offset,
      offset,
      (marks, d, up) => {
        const through = addDays(THROUGH, d);
        const at = (more: number) =>
          marks.map((m, i) => port(`P${i}`, `${addDays(THROUGH, m + more)}`));
        const isComplete = areComplete(at(0), FROM, through);
        if (isComplete) expect(areComplete(at(Math.abs(up)), FROM, through)).toBe(true);
        expect(isComplete).toBe(isOnOrBefore(through, completeEverywhere(at(0))!));
        expect(incompletePorts(at(0), FROM, through).length === 0).toBe(isComplete);
      },
    ),
  );
});
