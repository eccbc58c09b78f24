import { exponentOf, money, type Currency, type Money } from '#kernel';
import { AMOUNT_NOT_READABLE } from '../processor.port.ts';
import { UnexpectedAnswer } from './outcomes.ts';

// How Stripe counts each currency it can charge: docs.stripe.com/currencies. It is a table of its
// own, because Stripe's smallest unit is not always that of ISO 4217.
const TWO_DECIMALS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF ' +
  'CHF CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF ' +
  'IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN ' +
  'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD SHP ' +
  'SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW';
// Among them the ariary, which ISO 4217 gives two decimals.
const NO_DECIMALS = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF';
// The last digit must be 0, for the sake of the card networks.
const THREE_DECIMALS = 'BHD JOD KWD OMR TND';
// Without decimals, yet counted in hundredths that must be 00 ("special cases"). The page names the
// shilling among those without decimals as well; its own example decides: 5 shillings are 500.
const HUNDREDTHS_00 = 'ISK UGX';

interface Unit {
  readonly decimals: number;
  /** What Stripe charges is a multiple of it. */
  readonly step: bigint;
}

const units = (codes: string, decimals: number, step: bigint): [Currency, Unit][] =>
  codes.split(' ').map((code) => [code, { decimals, step }]);

const UNITS: ReadonlyMap<Currency, Unit> = new Map([
  ...units(TWO_DECIMALS, 2, 1n),
  ...units(NO_DECIMALS, 0, 1n),
  ...units(THREE_DECIMALS, 3, 10n),
  ...units(HUNDREDTHS_00, 2, 100n),
]);

/** Every currency that Stripe lists for card payments. */
export const stripeCurrencies: readonly Currency[] = [...UNITS.keys()].sort();

// "8 digits for all other currencies": a few may have more, which no bond needs.
const LARGEST = 99_999_999n;

/** How many of our smallest units are one of Stripe's: 100 for the ariary, 1 for all others. */
const oursPerUnit = (currency: Currency, { decimals }: Unit): bigint =>
  10n ** BigInt(exponentOf(currency) - decimals);

/**
 * Undefined when Stripe cannot carry the amount: too large, too fine, or of a currency it does not
 * list. The only place where money becomes a number.
 */
export function toStripe(m: Money): { amount: number; currency: string } | undefined {
  const unit = UNITS.get(m.currency);
  if (!unit) return undefined;
  const per = oursPerUnit(m.currency, unit);
  const amount = m.minor / per;
  const fits = m.minor % per === 0n && amount % unit.step === 0n;
  if (!fits || amount <= 0n || amount > LARGEST) return undefined;
  return { amount: Number(amount), currency: m.currency.toLowerCase() };
}

/**
 * Any whole amount of a listed currency, be it finer than Stripe would charge: what has arrived is
 * booked as it is. Throws UnexpectedAnswer for what is no amount, or of a currency whose unit we do
 * not know: guessing could be wrong a hundred times over.
 */
export function fromStripe(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  const unit = UNITS.get(code);
  if (!unit || !Number.isSafeInteger(amount)) throw new UnexpectedAnswer(AMOUNT_NOT_READABLE);
  return money(BigInt(amount) * oursPerUnit(code, unit), code);
}
