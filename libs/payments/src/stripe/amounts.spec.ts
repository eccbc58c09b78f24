import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromStripe, toStripe } from './amounts.ts';

test('cents, francs without decimals, and the two that Stripe counts in hundredths', () => {
  expect(toStripe(money(1_000_000n, 'USD'))).toEqual({ amount: 1_000_000, currency: 'usd' });
  expect(toStripe(money(6_000_000n, 'XOF'))).toEqual({ amount: 6_000_000, currency: 'xof' });
  expect(toStripe(money(700n, 'ISK'))).toEqual({ amount: 70_000, currency: 'isk' });
  expect(fromStripe(70_000, 'isk')).toEqual(money(700n, 'ISK'));
});

test('what Stripe cannot carry is not sent, what cannot be is not read', () => {
  expect([0n, -1n, 100_000_000n].map((n) => toStripe(money(n, 'USD')))).toEqual(
    Array(3).fill(undefined),
  );
  expect(() => fromStripe(1.5, 'usd')).toThrow('whole');
  expect(() => fromStripe(150, 'ugx')).toThrow('finer');
  expect(() => fromStripe(1, 'zzz')).toThrow('ISO 4217');
});

test('there and back again is the same money', () => {
  const currencies = fc.constantFrom('USD', 'EUR', 'XOF', 'ISK', 'KWD');
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 999_999n }), currencies, (minor, currency) => {
      const there = toStripe(money(minor, currency))!;
      expect(fromStripe(there.amount, there.currency)).toEqual(money(minor, currency));
    }),
  );
});
