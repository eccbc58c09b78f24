import { exponentOf, money, type Currency, type Money } from '#kernel';

// Stripe counts these in hundredths although the currencies have lost their decimals
// (docs.stripe.com/currencies, special cases).
const HUNDREDTHS: ReadonlySet<Currency> = new Set(['ISK', 'UGX']);
// "A maximum of eight digits" (docs.stripe.com/currencies, minimum and maximum charge amounts).
const LARGEST = 99_999_999n;

const factor = (currency: Currency): bigint =>
  HUNDREDTHS.has(currency) && exponentOf(currency) === 0 ? 100n : 1n;

/** Undefined when Stripe cannot carry the amount. The only place where money becomes a number. */
export function toStripe(m: Money): { amount: number; currency: string } | undefined {
  const minor = m.minor * factor(m.currency);
  if (minor <= 0n || minor > LARGEST) return undefined;
  return { amount: Number(minor), currency: m.currency.toLowerCase() };
}

/** Throws for an amount that is not whole, or not whole in the currency's own unit. */
export function fromStripe(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount is not a whole number');
  const minor = BigInt(amount);
  if (minor % factor(code) !== 0n) throw new RangeError('an amount is finer than its currency');
  return money(minor / factor(code), code);
}
