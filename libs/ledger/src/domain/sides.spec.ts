import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { sidesOf, type Balance } from './sides.ts';

const balance = (account: Balance['account'], minor: bigint, currency = 'USD'): Balance => ({
  account,
  balance: money(minor, currency),
});

test('both sides are positive, and what is gone is the whole difference between them', () => {
  const [usd] = sidesOf([
    balance('bond', -3_000n),
    balance('operator:funding', -50n),
    balance('processor:clearing', 2_900n),
    balance('bank:escrow', 50n),
    balance('processor:fees', 70n),
    balance('disputes:receivable', 30n),
  ]);
  expect(usd).toMatchObject({
    owed: [{ amount: money(3_000n, 'USD') }, { amount: money(50n, 'USD') }],
    there: [{ amount: money(2_900n, 'USD') }, { amount: money(50n, 'USD') }],
    totalOwed: money(3_050n, 'USD'),
    totalThere: money(2_950n, 'USD'),
    difference: money(100n, 'USD'),
    gone: [
      { account: 'processor:fees', amount: money(70n, 'USD') },
      { account: 'disputes:receivable', amount: money(30n, 'USD') },
    ],
  });
});

test('each currency has sides of its own', () => {
  const found = sidesOf([
    balance('bond', -7n, 'EUR'),
    balance('processor:clearing', 7n, 'EUR'),
    balance('suspense', -9n),
    balance('processor:clearing', 9n),
  ]);
  expect(found.map((s) => [s.currency, s.totalOwed.minor, s.difference.minor])).toEqual([
    ['EUR', 7n, 0n],
    ['USD', 9n, 0n],
  ]);
});
