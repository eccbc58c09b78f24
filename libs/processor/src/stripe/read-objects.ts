import { instantFromDate, isUuid, Temporal, type Instant, type PlainDate } from '#kernel';
import type Stripe from 'stripe';
import type {
  ProcessorCash,
  ProcessorBalance,
  ProcessorCheckout,
  ProcessorDispute,
  ProcessorMovement,
  ProcessorPayment,
  ProcessorRefund,
  ProcessorWarning,
} from '../processor.port.ts';
import { fromStripe } from './amounts.ts';
import { UnexpectedAnswer } from './outcomes.ts';

/** A year outside of them is no card's. */
const CARD_YEARS = { min: 2000, max: 2100 };

export const momentOf = (seconds: number): Instant => instantFromDate(new Date(seconds * 1000));

const idOf = (ref: string | { id: string } | null | undefined): string | null =>
  typeof ref === 'string' ? ref : (ref?.id ?? null);

/** Our own ids are uuids; anything else in the metadata is somebody else's. */
export const ourIdIn = (
  metadata: Record<string, string> | null | undefined,
  key: 'payment_id' | 'disbursement_id',
): string | null => {
  const found = metadata?.[key];
  return isUuid(found) ? found : null;
};

/**
 * The SDK takes any JSON without an `error` for success, even with status 404, so an answer must
 * show that it is what we asked for.
 */
export function mustBe<T extends { object: string; id?: string }>(
  answer: T,
  object: T['object'],
  prefix: string,
): T {
  if (answer?.object !== object || !(answer.id ?? '').startsWith(prefix)) {
    throw new UnexpectedAnswer(`not a ${object}`);
  }
  return answer;
}

function feeOf(charge: Stripe.Charge | null): ProcessorPayment['fee'] {
  const booked = charge?.balance_transaction;
  if (!booked || typeof booked === 'string') return null;
  mustBe(booked, 'balance_transaction', 'txn_');
  return { id: booked.id, amount: fromStripe(booked.fee, booked.currency) };
}

/** The last day of its month. Nothing else of a card is kept. */
function cardExpiryOf(charge: Stripe.Charge | null): PlainDate | null {
  const { exp_month: month, exp_year: year } = charge?.payment_method_details?.card ?? {};
  const isMonth = Number.isInteger(month) && Number.isInteger(year) && month! >= 1 && month! <= 12;
  if (!isMonth || year! < CARD_YEARS.min || year! > CARD_YEARS.max) return null;
  const first = Temporal.PlainDate.from({ year: year!, month: month!, day: 1 });
  return first.with({ day: first.daysInMonth });
}

/** The bank's own reason where it gave one. Only a code is kept: the words may quote the card. */
function declineOf(error: Stripe.PaymentIntent.LastPaymentError | null): string | null {
  const code = error?.decline_code ?? error?.code;
  return code && /^[a-z_]{1,60}$/.test(code) ? code : null;
}

/** Needs `latest_charge.balance_transaction` expanded. */
export function readPayment(raw: Stripe.PaymentIntent): ProcessorPayment {
  const p = mustBe(raw, 'payment_intent', 'pi_');
  const charge = typeof p.latest_charge === 'object' ? p.latest_charge : null;
  return {
    id: p.id,
    status: p.status,
    paymentId: ourIdIn(p.metadata, 'payment_id'),
    received: fromStripe(p.amount_received, p.currency),
    chargeId: idOf(p.latest_charge),
    method: charge?.payment_method_details?.type ?? null,
    cardExpiresOn: cardExpiryOf(charge),
    declineCode: declineOf(p.last_payment_error),
    fee: feeOf(charge),
    transfer: transferOf(p),
    createdAt: momentOf(p.created),
    chargedAt: charge ? momentOf(charge.created) : null,
  };
}

function transferOf(p: Stripe.PaymentIntent): ProcessorPayment['transfer'] {
  const told = p.next_action?.display_bank_transfer_instructions;
  if (p.status !== 'requires_action' || !told) return null;
  const arrived = p.amount - (told.amount_remaining ?? p.amount);
  return { arrived: fromStripe(arrived, p.currency), url: told.hosted_instructions_url };
}

/** What a customer's cash came from and went to. */
export function readCashMovement(
  raw: Stripe.CustomerCashBalanceTransaction,
): ProcessorCash['movements'][number] {
  const m = mustBe(raw, 'customer_cash_balance_transaction', 'ccsbtxn_');
  const amount = fromStripe(m.net_amount, m.currency);
  return { id: m.id, type: m.type, amount, at: momentOf(m.created) };
}

/** Needs `payment_intent.latest_charge.balance_transaction` expanded. */
export function readCheckout(raw: Stripe.Checkout.Session): ProcessorCheckout {
  const c = mustBe(raw, 'checkout.session', 'cs_');
  const payment = c.payment_intent;
  if (typeof payment === 'string') throw new UnexpectedAnswer('a payment that was not expanded');
  if (c.status === null) throw new UnexpectedAnswer('a session without a status');
  return {
    id: c.id,
    status: c.status as ProcessorCheckout['status'],
    url: c.url,
    paymentId: ourIdIn(c.metadata, 'payment_id'),
    payment: payment ? readPayment(payment) : null,
    createdAt: momentOf(c.created),
    expiresAt: momentOf(c.expires_at),
  };
}

export function readRefund(raw: Stripe.Refund): ProcessorRefund {
  const r = mustBe(raw, 'refund', '');
  // Those that no card network carries are pyr_.
  if (!/^(re|pyr)_/.test(r.id)) throw new UnexpectedAnswer('not a refund');
  return {
    id: r.id,
    disbursementId: ourIdIn(r.metadata, 'disbursement_id'),
    processorPaymentId: idOf(r.payment_intent),
    amount: fromStripe(r.amount, r.currency),
    status: r.status ?? 'none',
    pendingReason: r.pending_reason ?? null,
    failureReason: r.failure_reason ?? null,
    traceNumber: traceNumberOf(r.destination_details ?? null),
    createdAt: momentOf(r.created),
  };
}

function traceNumberOf(to: Stripe.Refund.DestinationDetails | null): string | null {
  const held = to?.card ?? to?.us_bank_transfer;
  return held?.reference_status === 'available' ? (held.reference ?? null) : null;
}

/** Its id begins with du_, or dp_ where it is an old one. */
export function readDispute(raw: Stripe.Dispute): ProcessorDispute {
  const d = mustBe(raw, 'dispute', 'd');
  return {
    id: d.id,
    processorPaymentId: idOf(d.payment_intent),
    amount: fromStripe(d.amount, d.currency),
    status: d.status,
    reason: d.reason,
    networkReason: d.payment_method_details?.card?.network_reason_code ?? null,
    // Zero where the bank takes no answer.
    dueBy: d.evidence_details.due_by ? momentOf(d.evidence_details.due_by) : null,
    hasEvidence: d.evidence_details.has_evidence,
    submissions: d.evidence_details.submission_count,
    movements: d.balance_transactions.map((booked) => {
      const { id, amount, fee, currency } = mustBe(booked, 'balance_transaction', 'txn_');
      return { id, amount: fromStripe(amount, currency), fee: fromStripe(fee, currency) };
    }),
    createdAt: momentOf(d.created),
  };
}

export function readWarning(raw: Stripe.Radar.EarlyFraudWarning): ProcessorWarning {
  const w = mustBe(raw, 'radar.early_fraud_warning', 'issfr_');
  return {
    id: w.id,
    processorPaymentId: idOf(w.payment_intent),
    isActionable: w.actionable,
    createdAt: momentOf(w.created),
  };
}

export function readBalance(raw: Stripe.Balance): ProcessorBalance[] {
  const { available, pending } = mustBe(raw as Stripe.Balance & { id?: string }, 'balance', '');
  return available.map(({ amount, currency }) => {
    const beside = pending.find((p) => p.currency === currency);
    return {
      available: fromStripe(amount, currency),
      pending: fromStripe(beside?.amount ?? 0, currency),
    };
  });
}

/** Needs `source` expanded. Of it only ids are kept: a charge has the payer's name in it. */
export function readMovement(raw: Stripe.BalanceTransaction): ProcessorMovement {
  const m = mustBe(raw, 'balance_transaction', 'txn_');
  const source = typeof m.source === 'object' ? m.source : null;
  const sourceId = idOf(m.source);
  return {
    id: m.id,
    category: m.reporting_category,
    sourceId,
    objectId: (source?.object === 'charge' && idOf(source.payment_intent)) || (sourceId ?? m.id),
    amount: fromStripe(m.amount, m.currency),
    fee: fromStripe(m.fee, m.currency),
    isAutomatic: source?.object === 'payout' && source.automatic,
    createdAt: momentOf(m.created),
    availableOn: momentOf(m.available_on),
  };
}
