import { decimalsOf } from './currencies.ts';

/** List price of a dispute, never given back: 15 in the currency's own unit. */
export const disputeFee = (currency: string): number => 15 * 10 ** decimalsOf(currency);

/** List price of a card payment: 2.9 % and 30 cents (30 units where there are no cents). */
const RATE_PER_MILLE = 29n;
const FIXED_MINOR = 30n;

/** List prices of what banks carry: 0.8 % of a debit, 0.5 % of a transfer, 5 dollars at most. */
const BANK_PER_MILLE: Record<string, bigint> = { us_bank_account: 8n, customer_balance: 5n };
const BANK_MOST = 500;

export function feeOf(method: string, amount: number, currency: string): number {
  const bank = BANK_PER_MILLE[method];
  if (bank) return Math.min(share(amount, bank), BANK_MOST);
  const fixed = decimalsOf(currency) === 3 ? FIXED_MINOR * 10n : FIXED_MINOR;
  return share(amount, RATE_PER_MILLE) + Number(fixed);
}

function share(amount: number, perMille: bigint): number {
  return Number((BigInt(amount) * perMille + 500n) / 1000n);
}
