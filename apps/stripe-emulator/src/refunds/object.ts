/** Whole refunds. */
import type Stripe from 'stripe';

type Refund = Stripe.Refund;

interface NewRefund {
  id: string;
  /** Null when a customer's cash is returned, which belongs to no payment. */
  charge: Stripe.Charge | null;
  amount: number;
  currency: string;
  customer: string | null;
  /** Null while nothing has been taken from the balance. */
  balanceTransaction: string | null;
  status: 'pending' | 'succeeded' | 'requires_action';
  /** Why it waits; null when it does not. */
  pendingReason: Stripe.Refund.PendingReason | null;
  metadata: Record<string, string>;
  reason: string | null;
  /** Whom Stripe asks for the account, where it does not know one. */
  email: string | null;
  created: number;
}

export function refund(given: NewRefund) {
  const { charge, email, pendingReason } = given;
  return {
    id: given.id,
    object: 'refund',
    amount: given.amount,
    balance_transaction: given.balanceTransaction,
    charge: charge?.id ?? null,
    created: given.created,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    destination_details: destinationOf(given),
    ...(email && { instructions_email: email }),
    metadata: given.metadata,
    ...(given.status === 'requires_action' &&
      email && { next_action: askFor(email, given.created) }),
    payment_intent: charge?.payment_intent ?? null,
    payment_method: charge?.payment_method ?? null,
    ...(pendingReason && { pending_reason: pendingReason }),
    reason: given.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: given.status,
    transfer_reversal: null,
  } satisfies Refund;
}

function destinationOf({ charge, pendingReason }: NewRefund): Stripe.Refund.DestinationDetails {
  if (charge?.payment_method_details?.type !== 'card') {
    return { type: 'us_bank_transfer', us_bank_transfer: BANK_REFERENCE };
  }
  const card = {
    reference_status: 'pending',
    reference_type: 'acquirer_reference_number',
    type: pendingReason ? ('pending' as const) : ('refund' as const),
  };
  return { card, type: 'card' };
}

const BANK_REFERENCE = { reference: null, reference_status: 'pending' };

const ANSWER_WITHIN_SECONDS = 45 * 24 * 60 * 60;

/** Stripe writes to the payer, who has 45 days to name an account. */
export function askFor(email: string, now: number): Stripe.Refund.NextAction {
  const sent = { email_sent_at: now, email_sent_to: email };
  const details = { email_sent: sent, expires_at: now + ANSWER_WITHIN_SECONDS };
  return { display_details: details, type: 'display_details' };
}
