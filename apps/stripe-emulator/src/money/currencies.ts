/**
 * Amounts as Stripe speaks of them: whole numbers of the currency's smallest unit. Some currencies
 * have none smaller than the unit itself, so 6 000 000 XOF is 6000000. These two lists are those of
 * Stripe's own SDK for iOS (NSDecimalNumber+Stripe_Currency), so that the portal, which reads
 * Stripe's page on currencies, is checked against another source.
 */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd iqd jod kwd lyd omr tnd'.split(' '));
const KNOWN = new Set([
  ...Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()),
  'std', // Stripe's name for the dobra, whatever ISO 4217 calls it since 2018
]);
/** "Effectively zero-decimal": two digits that must be 00 (support.stripe.com, fractional ISK). */
const HUNDREDTHS_00 = new Set(['isk', 'ugx']);

/** Smallest charge by currency, where Stripe publishes one. */
const MINIMUM: Record<string, number> = {
  ...{ usd: 50, aed: 200, aud: 50, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50 },
  ...{ gbp: 30, hkd: 400, huf: 17_500, inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300 },
  ...{ nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000 },
};

/** Eight digits, in every currency. */
export const MAXIMUM = 99_999_999;

export function isCurrency(code: string): boolean {
  return KNOWN.has(code.toLowerCase());
}

/** Smallest amount accepted. Elsewhere Stripe converts 0.50 USD; without rates we ask for one unit. */
export function minimumOf(currency: string): number {
  return MINIMUM[currency] ?? 10 ** decimalsOf(currency);
}

export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** Which amounts may be charged or refunded: every multiple of this. */
export function stepOf(currency: string): number {
  if (HUNDREDTHS_00.has(currency)) return 100;
  return THREE_DECIMAL.has(currency) ? 10 : 1;
}

/** "$40.00" as in Stripe's messages; in a reader's locale on the payment page. */
export function formatAmount(amount: number, currency: string, locale = 'en-US'): string {
  const decimals = decimalsOf(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(whole as `${number}`);
}
