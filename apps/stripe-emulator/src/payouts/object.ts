/** Whole payouts. */
import type Stripe from 'stripe';

interface NewPayout {
  id: string;
  amount: number;
  currency: string;
  isAutomatic: boolean;
  balanceTransaction: string;
  description: string | null;
  statementDescriptor: string | null;
  metadata: Record<string, string>;
  created: number;
  arrival: number;
}

export function payout(given: NewPayout) {
  return {
    id: given.id,
    object: 'payout',
    amount: given.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: given.arrival,
    automatic: given.isAutomatic,
    balance_transaction: given.balanceTransaction,
    created: given.created,
    currency: given.currency,
    description: given.description,
    destination: 'ba_1EmulatorAccount',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: given.metadata,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: given.isAutomatic ? 'in_progress' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: given.statementDescriptor,
    status: 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  } satisfies Stripe.Payout;
}
