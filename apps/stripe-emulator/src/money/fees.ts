import { decimalsOf } from './currencies.ts';

/** List price of a dispute, never given back: 15 in the currency's own unit. */
export const disputeFee = (currency: string): number => 15 * 10 ** decimalsOf(currency);

/** List price of a card payment: 2.9 % and 30 cents (30 units where there are no cents). */
const RATE_PER_MILLE = 29n;
const FIXED_MINOR = 30n;

export function cardFee(amount: number, currency: string): number {
  const fixed = decimalsOf(currency) === 3 ? FIXED_MINOR * 10n : FIXED_MINOR;
  return Number((BigInt(amount) * RATE_PER_MILLE + 500n) / 1000n + fixed);
}
