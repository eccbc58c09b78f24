import { kept } from './kept.ts';
import { ok, refused, type Result } from './result.ts';

/** An ISO 4217 code in capitals. */
export type Currency = string;

export interface Money {
  /** In the currency's smallest unit. Never a number: floats lose cents. */
  readonly minor: bigint;
  readonly currency: Currency;
}

// ISO 4217 gives most currencies two decimals; these are the others (list one, 2024 edition; the units of
// account with four, CLF and UYW, are not money one can pay with). The króna and the Ugandan shilling
// have none there either, but are kept in hundredths: processors still count them so, and what arrives
// must be booked to the last unit, even a part of a króna that nobody should have been able to pay.
const EXPONENTS: Readonly<Record<Currency, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF JPY KMF KRW PYG RWF UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
};
// With the dobra's code of before 2018, which processors still use for it.
const KNOWN = new Set([...Intl.supportedValuesOf('currency'), 'STD']);

export class CurrencyMismatch extends Error {
  constructor(a: Currency, b: Currency) {
    super(`${a} and ${b} cannot be combined`);
    this.name = 'CurrencyMismatch';
  }
}

function asCurrency(text: string): Currency {
  if (!KNOWN.has(text)) throw new RangeError('not an ISO 4217 currency code');
  return text;
}

export const money = (minor: bigint, currency: Currency): Money => ({
  minor,
  currency: asCurrency(currency),
});

/** How many decimals amounts of the currency are kept with: 2 for USD, 0 for XOF. */
export const exponentOf = (currency: Currency): number => EXPONENTS[asCurrency(currency)] ?? 2;

function sameCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) throw new CurrencyMismatch(a.currency, b.currency);
  return a.currency;
}

export const addMoney = (a: Money, b: Money): Money => ({
  currency: sameCurrency(a, b),
  minor: a.minor + b.minor,
});

export const subtractMoney = (a: Money, b: Money): Money => ({
  currency: sameCurrency(a, b),
  minor: a.minor - b.minor,
});

export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

export const isZero = (m: Money): boolean => m.minor === 0n;

export const sumMoney = (list: readonly Money[], currency: Currency): Money =>
  list.reduce(addMoney, money(0n, currency));

/** Decimal text without grouping: 1234.50 for 123450 cents, 6000000 for XOF. Exact at any size. */
export function decimalText(m: Money): string {
  const places = exponentOf(m.currency);
  const digits = (m.minor < 0n ? -m.minor : m.minor).toString().padStart(places + 1, '0');
  const sign = m.minor < 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const moneyFormat = kept(
  (locale: 'en' | 'fr', currency: Currency) =>
    new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en', {
      style: 'currency',
      currency,
      minimumFractionDigits: exponentOf(currency),
      maximumFractionDigits: exponentOf(currency),
      trailingZeroDisplay: 'stripIfInteger',
    }),
);

/**
 * For people: "US$10,000" and "10 000 $US". Whole amounts show no decimals.
 * Intl takes decimal text exactly, so no amount passes through a float.
 */
export function formatMoney(m: Money, locale: 'en' | 'fr'): string {
  const text = decimalText(m) as Intl.StringNumericLiteral;
  return moneyFormat(locale, m.currency).format(text);
}

/** Reads "10,000", "10 000.50" or "10000". Refuses more decimals than the currency has. */
export function parseMoney(text: string, currency: Currency): Result<Money, 'bad_amount'> {
  const places = exponentOf(currency);
  const plain = text.trim().replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(\D|$))/g, '');
  const found = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(plain);
  const [, whole, fraction = ''] = found ?? [];
  if (whole === undefined || fraction.length > places) return refused('bad_amount');
  return ok(money(BigInt(whole + fraction.padEnd(places, '0')), currency));
}

/** As it travels in JSON: minor units as text, since JSON numbers are floats. */
export const moneyToWire = (m: Money): { amount_minor: string; currency: Currency } => ({
  amount_minor: m.minor.toString(),
  currency: m.currency,
});
