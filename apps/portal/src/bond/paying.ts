import { isTransferAwaited, type BondView, type PaymentView } from '#bond-escrow';

/** How a payment stands that takes days: with a bank, or with the payer. */
export type PayingKind = 'debit' | 'transfer' | 'part';
export interface Paying {
  readonly kind: PayingKind;
  readonly payment: PaymentView;
}

/** What is under way for a bond; null where nothing is but, maybe, an open page of the processor. */
export function payingOf(bond: Pick<BondView, 'payments'>): Paying | null {
  for (const payment of bond.payments) {
    if (payment.state === 'processing') return { kind: 'debit', payment };
    if (payment.state === 'partially_funded') return { kind: 'part', payment };
  }
  const payment = bond.payments.find(isTransferAwaited);
  return payment ? { kind: 'transfer', payment } : null;
}
