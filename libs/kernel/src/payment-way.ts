import type { Currency } from './money.ts';

/** The ways to pay a bond, in the order in which they are offered. */
export const paymentWays = ['card', 'bank_debit', 'bank_transfer'] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** Debits and transfers are those of banks in the United States, in their own currency. */
export const carriesCurrency = (way: PaymentWay, currency: Currency): boolean =>
  way === 'card' || currency === 'USD';
