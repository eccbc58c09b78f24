import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { compare } from './comparison.ts';
import type { Balance } from './sides.ts';

const balance = (account: Balance['account'], minor: bigint, currency = 'USD'): Balance => ({
  account,
  balance: money(minor, currency),
});
const owed = (kind: 'bond' | 'suspense', minor: bigint, currency = 'USD') => ({
  kind,
  held: money(minor, currency),
});
const seen = (...args: Parameters<typeof compare>) =>
  compare(...args).map((c) => [c.kind, c.difference.currency, c.difference.minor, c.agrees]);

test('what is owed is positive by both ways', () => {
  const balances = [balance('bond', -1_000n), balance('processor:clearing', 1_000n)];
  const compared = compare(balances, [owed('bond', 1_000n)]);
  expect(compared).toMatchObject([
    { byTransfers: money(1_000n, 'USD'), byAccounts: money(1_000n, 'USD'), agrees: true },
  ]);
});

test('a difference is shown, also where only one of the two knows the sum', () => {
  expect(seen([balance('bond', -1_000n)], [owed('bond', 999n)])).toEqual([
    ['bond', 'USD', 1n, false],
  ]);
  expect(seen([], [owed('suspense', 5n)])).toEqual([['suspense', 'USD', -5n, false]]);
  expect(seen([balance('suspense', -5n)], [])).toEqual([['suspense', 'USD', 5n, false]]);
});

test('currencies are never added together', () => {
  const balances = [balance('bond', -7n, 'EUR'), balance('bond', -9n)];
  expect(seen(balances, [owed('bond', 7n, 'EUR'), owed('bond', 9n)])).toEqual([
    ['bond', 'EUR', 0n, true],
    ['bond', 'USD', 0n, true],
  ]);
});
