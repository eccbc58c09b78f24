/** Whole balance transactions. */
import type Stripe from 'stripe';

export type MovementType =
  | 'charge'
  | 'payment'
  | 'refund'
  | 'payment_refund'
  | 'refund_failure'
  | 'adjustment'
  | 'payout'
  | 'payout_failure'
  | 'payout_cancel';

interface NewBalanceTransaction {
  id: string;
  type: MovementType;
  /** Where it says more than the type. */
  category?: string;
  amount: number;
  fee: number;
  currency: string;
  source: string;
  description: string | null;
  created: number;
  availableOn: number;
}

export function balanceTransaction(given: NewBalanceTransaction) {
  const { amount, fee, currency } = given;
  return {
    id: given.id,
    object: 'balance_transaction',
    amount,
    available_on: given.availableOn,
    balance_type: 'payments',
    created: given.created,
    currency,
    description: given.description,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency,
            description: given.type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: given.category ?? given.type,
    source: given.source,
    status: given.availableOn > given.created ? 'pending' : 'available',
    type: given.type,
  } satisfies Stripe.BalanceTransaction;
}
