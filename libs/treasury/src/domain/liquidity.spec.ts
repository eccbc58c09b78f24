import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { missingOf, standingOf } from './liquidity.ts';

const now = Temporal.Instant.from('2026-11-27T12:00:00Z');
const usd = (dollars: number) => money(BigInt(dollars) * 100n, 'USD');
const told = (available: number, hoursAgo = 0) => ({
  at: now.subtract({ hours: hoursAgo }),
  available: usd(available),
  pending: usd(0),
});

test.each([
  // available, told hours ago, due, soon, standing, missing
  [50_000, 0, 20_000, 30_000, 'enough', null],
  [50_000, 0, 20_000, 30_001, 'short_soon', 1],
  [50_000, 0, 50_001, 0, 'short', 1],
  [50_000, 0, 60_000, 30_000, 'short', 40_000],
  [0, 0, 0, 0, 'enough', null],
  [-300, 0, 0, 0, 'short', 300],
  [50_000, 3, 20_000, 0, 'enough', null],
  [50_000, 4, 20_000, 0, 'not_known', null],
] as const)(
  '%d available, told %d hours ago, %d due, %d soon: %s',
  (available, hoursAgo, due, soon, standing, missing) => {
    const liquidity = { told: told(available, hoursAgo), due: usd(due), soon: usd(soon) };
    expect(standingOf(liquidity, now)).toBe(standing);
    expect(missingOf(liquidity, now)).toEqual(missing === null ? null : usd(missing));
  },
);

test('what the processor never told is not known', () => {
  expect(standingOf({ told: null, due: usd(0), soon: usd(0) }, now)).toBe('not_known');
});
