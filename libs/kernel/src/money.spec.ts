import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  CurrencyMismatch,
  decimalText,
  exponentOf,
  formatMoney,
  money,
  moneyToWire,
  parseMoney,
  subtractMoney,
  sumMoney,
} from './money.ts';

const usd = (minor: bigint) => money(minor, 'USD');

test('exponents follow ISO 4217', () => {
  const found = ['USD', 'XOF', 'JPY', 'KWD'].map(exponentOf);
  expect(found).toEqual([2, 0, 0, 3]);
});

test('whole amounts of what is kept in hundredths show none', () => {
  const shown = [70_000n, 70_050n].map((minor) => formatMoney(money(minor, 'ISK'), 'en'));
  expect(shown.map((text) => text.replace(/\s/gu, ' '))).toEqual(['ISK 700', 'ISK 700.50']);
});

test('what is not a currency is refused', () => {
  expect(() => money(1n, 'usd')).toThrow(RangeError);
  expect(() => money(1n, 'XXY')).toThrow(RangeError);
});

test('currencies never mix', () => {
  for (const f of [addMoney, subtractMoney, compareMoney]) {
    expect(() => f(usd(1n), money(1n, 'XOF'))).toThrow(CurrencyMismatch);
  }
});

test('amounts read as people write them', () => {
  const minor = (text: string, currency = 'USD') => {
    const r = parseMoney(text, currency);
    return r.ok ? r.value.minor : r.code;
  };
  expect(['10000', '10,000', ' 10 000.5 ', '1,234,567.89', '0.05'].map((t) => minor(t))).toEqual([
    1000000n,
    1000000n,
    1000050n,
    123456789n,
    5n,
  ]);
  expect(['', '-1', '1.234', '1,2', '1e3', '12,34', '9'.repeat(16)].map((t) => minor(t))).toEqual(
    Array(7).fill('bad_amount'),
  );
  expect([minor('6000000', 'XOF'), minor('1.0', 'XOF')]).toEqual([6000000n, 'bad_amount']);
});

test('amounts are shown without passing through a float', () => {
  expect(formatMoney(usd(1000000n), 'en')).toBe('$10,000');
  expect(formatMoney(usd(1000050n), 'en')).toBe('$10,000.50');
  expect(formatMoney(money(6000000n, 'XOF'), 'fr').replace(/\s/gu, ' ')).toBe('6 000 000 F CFA');
  expect(formatMoney(usd(900719925474099301n), 'en')).toBe('$9,007,199,254,740,993.01');
});

test('decimal text and parsing are inverse, and sums agree', () => {
  const currency = fc.constantFrom('USD', 'XOF', 'KWD');
  const minor = fc.bigInt({ min: 0n, max: 10n ** 14n });
  fc.assert(
    fc.property(currency, fc.array(minor, { maxLength: 8 }), (c, list) => {
      for (const m of list) {
        expect(parseMoney(decimalText(money(m, c)), c)).toEqual({ ok: true, value: money(m, c) });
      }
      const total = sumMoney(
        list.map((m) => money(m, c)),
        c,
      );
      expect(total.minor).toBe(list.reduce((a, b) => a + b, 0n));
    }),
  );
});

test('the wire form has no number in it', () => {
  expect(moneyToWire(usd(1000000n))).toEqual({ amount_minor: '1000000', currency: 'USD' });
});
