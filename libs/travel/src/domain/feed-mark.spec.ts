import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { takeMark } from './feed-mark.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const NOW = at('2026-11-24T12:00:00Z');
const take = (
  through: string,
  { last, correction = false, now = NOW, zone = 'Africa/Bamako' } = {} as {
    last?: string;
    correction?: boolean;
    now?: Temporal.Instant;
    zone?: string;
  },
) =>
  takeMark({ through: day(through), isCorrection: correction }, last ? day(last) : null, now, zone);

test('a first mark, and each later one, is a mark; the same again is no news', () => {
  expect(take('2026-11-23')).toEqual({ kind: 'mark' });
  expect(take('2026-11-23', { last: '2026-11-20' })).toEqual({ kind: 'mark' });
  expect(take('2026-11-23', { last: '2026-11-23' })).toBe('duplicate');
});

test('a mark goes back only where it says that it corrects', () => {
  expect(take('2026-11-20', { last: '2026-11-23' })).toBe('lower_than_before');
  expect(take('2026-11-20', { last: '2026-11-23', correction: true })).toEqual({
    kind: 'correction',
  });
  for (const last of ['2026-11-20', '2026-11-19', undefined]) {
    expect(take('2026-11-20', { ...(last && { last }), correction: true })).toMatchObject({
      field: 'correction',
    });
  }
});

test.each([
  ['Africa/Bamako', '2026-11-24T23:50:00Z', '2026-11-23', '2026-11-24'],
  ['Africa/Bamako', '2026-11-25T00:00:00Z', '2026-11-24', '2026-11-25'],
  ['Africa/Bamako', '2028-03-01T00:00:00Z', '2028-02-29', '2028-03-01'],
  ['America/New_York', '2026-11-25T04:50:00Z', '2026-11-23', '2026-11-24'],
  ['America/New_York', '2026-11-25T05:00:00Z', '2026-11-24', '2026-11-25'],
  ['Pacific/Auckland', '2026-11-24T11:00:00Z', '2026-11-24', '2026-11-25'],
])('in %s at %s the last day that is over is %s', (zone, now, over, notYet) => {
  expect(take(over, { zone, now: at(now) })).toEqual({ kind: 'mark' });
  expect(take(notYet, { zone, now: at(now) })).toMatchObject({ field: 'through' });
});

test('a clock may be five minutes ahead, and nothing is stated of before the first programme', () => {
  expect(take('2026-11-24', { now: at('2026-11-24T23:55:00Z') })).toEqual({ kind: 'mark' });
  expect(take('2026-11-24', { now: at('2026-11-24T23:54:59Z') })).toMatchObject({
    field: 'through',
  });
  expect(take('2025-09-30')).toMatchObject({ field: 'through' });
});
