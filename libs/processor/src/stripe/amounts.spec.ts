import { exponentOf, money } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromStripe, stripeCurrencies, toStripe } from './amounts.ts';

test.each([
  ['cents', 1_000_000n, 'USD', 1_000_000],
  ['francs have no cents', 6_000_000n, 'XOF', 6_000_000],
  ['our hundredths of the ariary are whole ariary there', 4_500_000_000n, 'MGA', 45_000_000],
  ['the króna is counted in hundredths', 70_000n, 'ISK', 70_000],
  ['and so is the Ugandan shilling', 70_000n, 'UGX', 70_000],
  ['three decimals', 5_120n, 'KWD', 5_120],
])('%s', (_what, minor, currency, amount) => {
  expect(toStripe(money(minor, currency))).toEqual({ amount, currency: currency.toLowerCase() });
  expect(fromStripe(amount, currency.toLowerCase())).toEqual(money(minor, currency));
});

test.each([
  ['nothing', 0n, 'USD'],
  ['less than nothing', -1n, 'USD'],
  ['more than eight digits', 100_000_000n, 'USD'],
  ['a part of an ariary', 4_500_000_050n, 'MGA'],
  ['a part of a króna', 70_050n, 'ISK'],
  ['a part of a shilling', 70_001n, 'UGX'],
  ['three decimals that do not end in 0', 5_124n, 'KWD'],
  ['a currency it does not list', 1_000n, 'LYD'],
])('%s is not sent', (_what, minor, currency) => {
  expect(toStripe(money(minor, currency))).toBeUndefined();
});

test('what has arrived is read to the last unit, though it could not be charged', () => {
  expect(fromStripe(150, 'ugx')).toEqual(money(150n, 'UGX'));
  expect(fromStripe(5_124, 'kwd')).toEqual(money(5_124n, 'KWD'));
});

test('what is no amount, or of a currency whose unit is not known, is no answer', () => {
  for (const [amount, currency] of [
    [1.5, 'usd'],
    [1, 'lyd'],
    [1, 'usdc'],
    [1, 'zzz'],
  ] as const) {
    expect(() => fromStripe(amount, currency)).toThrow('amount_not_readable');
  }
});

test('no listed currency is counted finer than we keep it', () => {
  expect(stripeCurrencies.length).toBeGreaterThan(135);
  expect(new Set(stripeCurrencies).size).toBe(stripeCurrencies.length);
  for (const currency of stripeCurrencies) {
    expect(fromStripe(1, currency.toLowerCase()).minor).toBeGreaterThan(0n);
  }
});

test('there and back again is the same money, in every currency', () => {
  const whole = fc.bigInt({ min: 1n, max: 9_999n });
  fc.assert(
    fc.property(whole, fc.constantFrom(...stripeCurrencies), (amount, currency) => {
      const asked = money(amount * 10n ** BigInt(exponentOf(currency)), currency);
      const there = toStripe(asked)!;
      expect(fromStripe(there.amount, there.currency)).toEqual(asked);
    }),
  );
});
