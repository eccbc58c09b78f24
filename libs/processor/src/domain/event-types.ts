/**
 * What we do with each type of event. `checkout`, `payment`, `refund`, `dispute`, `warning`,
 * `cash`: fetch that object and apply what it says. `nothing`: chosen to ignore, because another event of ours tells the same.
 * `desk`: a person must look. A type that is not here goes to the desk as well.
 */
export type Handling =
  'checkout' | 'payment' | 'refund' | 'dispute' | 'warning' | 'cash' | 'nothing' | 'desk';

const HANDLING = {
  'checkout.session.completed': 'checkout',
  'checkout.session.expired': 'checkout',
  'checkout.session.async_payment_succeeded': 'checkout',
  'checkout.session.async_payment_failed': 'checkout',
  'payment_intent.succeeded': 'payment',
  'payment_intent.processing': 'payment',
  'payment_intent.payment_failed': 'payment',
  'payment_intent.canceled': 'payment',
  'payment_intent.partially_funded': 'payment',
  'payment_intent.created': 'nothing',
  'payment_intent.requires_action': 'nothing',
  // The fee arrives after the payment, with the charge's balance transaction.
  'charge.succeeded': 'payment',
  'charge.updated': 'payment',
  // The payment's own events say what these mean for it.
  'charge.pending': 'nothing',
  'charge.failed': 'nothing',
  // It does not carry the refund; refund.* does.
  'charge.refunded': 'nothing',
  'refund.created': 'refund',
  'refund.updated': 'refund',
  'refund.failed': 'refund',
  'charge.refund.updated': 'refund',
  'customer_cash_balance_transaction.created': 'cash',
  'cash_balance.funds_available': 'nothing',
  'customer.created': 'nothing',
  'customer.updated': 'nothing',
  'balance.available': 'nothing',
  'payout.created': 'nothing',
  'payout.updated': 'nothing',
  'payout.paid': 'nothing',
  'payout.reconciliation_completed': 'nothing',
  'payout.failed': 'desk',
  'charge.dispute.created': 'dispute',
  'charge.dispute.updated': 'dispute',
  'charge.dispute.funds_withdrawn': 'dispute',
  'charge.dispute.funds_reinstated': 'dispute',
  'charge.dispute.closed': 'dispute',
  'radar.early_fraud_warning.created': 'warning',
  // A dispute or a refund came after it, and each tells that itself.
  'radar.early_fraud_warning.updated': 'nothing',
  // One we write ourselves to ask how an object stands, without waiting for news of it.
  'look.checkout': 'checkout',
  'look.payment': 'payment',
  'look.refund': 'refund',
  'look.dispute': 'dispute',
  'look.cash': 'cash',
} as const satisfies Record<string, Handling>;

export const EVENT_TYPES: Readonly<Record<string, Handling>> = HANDLING;

/** Another type of ours tells the same. */
const TOLD_TWICE = new Set([
  'charge.succeeded',
  'charge.refund.updated',
  'checkout.session.async_payment_succeeded',
]);

/** What is asked for when events are listed, where at most 20 types may be named. */
export const LISTED_TYPES: readonly string[] = Object.entries(EVENT_TYPES)
  .filter(([type, handling]) => handling !== 'nothing' && !type.startsWith('look.'))
  .map(([type]) => type)
  .filter((type) => !TOLD_TWICE.has(type));

export const handlingOf = (type: string): Handling | 'unknown' => EVENT_TYPES[type] ?? 'unknown';
