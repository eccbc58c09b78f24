import { addMoney, isZero, money, type Instant } from '#kernel';
import type {
  ProcessorCash,
  ProcessorCheckout,
  ProcessorDispute,
  ProcessorPayment,
  ProcessorRefund,
  ProcessorWarning,
} from './processor-objects.ts';
import {
  disputeReasons,
  type CashFact,
  type DisputeFact,
  type DisputeReason,
  type DisputeStage,
  type DisputeTurn,
  type PaymentFact,
  type PaymentStatus,
  type RefundFact,
  type RefundStatus,
  type WarningFact,
} from './facts.ts';

/**
 * A session decides what its payment means: a declined card leaves the session open for another
 * try, and only its end ends the attempt. Money that arrived is money whatever the session says.
 */
export function factOfCheckout(c: ProcessorCheckout): PaymentFact {
  const status = statusOfCheckout(c);
  return {
    ...carried(c.payment, status),
    paymentId: c.paymentId ?? c.payment?.paymentId ?? null,
    sessionId: c.id,
    happenedAt: whenOf(status, c.payment, c.createdAt, c.expiresAt),
  };
}

function statusOfCheckout(c: ProcessorCheckout): PaymentStatus {
  if (c.payment?.status === 'succeeded') return 'paid';
  if (c.status === 'expired') return 'expired';
  if (c.status === 'open') return 'open';
  if (c.payment?.transfer) return isZero(c.payment.transfer.arrived) ? 'open' : 'part';
  return AFTER_SESSION[c.payment?.status ?? ''] ?? 'failed';
}

/** Its payer is done, and a bank is not. */
const AFTER_SESSION: Readonly<Record<string, PaymentStatus>> = {
  processing: 'processing',
  canceled: 'expired',
};

/**
 * What a payment without a session says: it is none that we asked for, whatever it says of itself.
 * One that waits may never be paid, or be paid by somebody we do not know.
 */
export function factOfPayment(p: ProcessorPayment): PaymentFact {
  const status = STATUS_OF_PAYMENT[p.status] ?? 'open';
  return {
    ...carried(p, status),
    paymentId: p.paymentId,
    sessionId: null,
    happenedAt: whenOf(status, p, p.createdAt, p.createdAt),
  };
}

const STATUS_OF_PAYMENT: Readonly<Record<string, PaymentStatus>> = {
  succeeded: 'paid',
  processing: 'processing',
  canceled: 'failed',
};

const carried = (p: ProcessorPayment | null, status: PaymentStatus) => ({
  kind: 'payment' as const,
  processorPaymentId: p?.id ?? null,
  status,
  received: p && status === 'paid' ? p.received : null,
  arrived: p?.transfer && status === 'part' ? p.transfer.arrived : null,
  transferUrl: p?.transfer?.url ?? null,
  chargeId: p?.chargeId ?? null,
  method: p?.method ?? null,
  cardExpiresOn: p?.cardExpiresOn ?? null,
  declineCode: status === 'paid' ? null : (p?.declineCode ?? null),
  fee: status === 'paid' ? (p?.fee ?? null) : null,
});

function whenOf(
  status: PaymentStatus,
  p: ProcessorPayment | null,
  created: Instant,
  expires: Instant,
): Instant {
  if (status === 'expired') return expires;
  return p?.chargedAt ?? p?.createdAt ?? created;
}

const REFUND_STATUSES = new Set<string>([
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
] satisfies RefundStatus[]);

/**
 * `learnedAt` is when we were told: a refund carries the time of its creation only, and it may
 * succeed or fail days later. Undefined for a status that the processor has newly invented.
 */
export function factOfRefund(r: ProcessorRefund, learnedAt: Instant): RefundFact | undefined {
  if (!REFUND_STATUSES.has(r.status)) return undefined;
  return {
    kind: 'refund',
    processorRefundId: r.id,
    disbursementId: r.disbursementId,
    processorPaymentId: r.processorPaymentId,
    amount: r.amount,
    status: r.status as RefundStatus,
    pendingReason: r.pendingReason,
    failureReason: r.failureReason,
    traceNumber: r.traceNumber,
    happenedAt: learnedAt,
  };
}

/** One that is prevented was given up before it took anything for good. */
const STANDING_OF_DISPUTE: Readonly<Record<string, readonly [DisputeStage, DisputeTurn]>> = {
  warning_needs_response: ['inquiry', 'answer'],
  warning_under_review: ['inquiry', 'bank'],
  warning_closed: ['inquiry', 'nobody'],
  needs_response: ['undecided', 'answer'],
  under_review: ['undecided', 'bank'],
  appeal_needs_response: ['undecided', 'answer'],
  appeal_under_review: ['undecided', 'bank'],
  won: ['won', 'nobody'],
  prevented: ['won', 'nobody'],
  lost: ['lost', 'nobody'],
};

/** A dispute as a refund carries the time of its creation only. Undefined for an unknown status. */
export function factOfDispute(d: ProcessorDispute, learnedAt: Instant): DisputeFact | undefined {
  const standing = STANDING_OF_DISPUTE[d.status];
  if (!standing) return undefined;
  const [stage, turn] = standing;
  return {
    kind: 'dispute',
    processorDisputeId: d.id,
    processorPaymentId: d.processorPaymentId,
    amount: d.amount,
    stage,
    isTaken: d.movements.reduce((sum, m) => sum + m.amount.minor, 0n) < 0n,
    turn,
    reason: reasonOf(d.reason),
    networkReason: d.networkReason,
    dueBy: d.dueBy,
    submissions: d.submissions,
    openedAt: d.createdAt,
    fees: d.movements.filter((m) => m.fee.minor > 0n).map(({ id, fee }) => ({ id, amount: fee })),
    happenedAt: learnedAt,
  };
}

const reasonOf = (word: string): DisputeReason =>
  disputeReasons.find((reason) => reason === word) ?? 'other';

export const factOfWarning = (w: ProcessorWarning): WarningFact => ({
  kind: 'warning',
  processorWarningId: w.id,
  processorPaymentId: w.processorPaymentId,
  isActionable: w.isActionable,
  happenedAt: w.createdAt,
});

// What makes it a payer's own, and what takes it from him for a payment. Returns are left out: they
// are refunds with news of their own.
const CASH_COMES_AND_GOES = new Set([
  'funded',
  'funding_reversed',
  'applied_to_payment',
  'unapplied_from_payment',
]);

export function factOfCash({ customerId, movements }: ProcessorCash): CashFact {
  const left = new Map<string, CashFact['left'][number]>();
  const counted = movements.filter(({ type }) => CASH_COMES_AND_GOES.has(type));
  // By their order, since several may be of one second: the last of each currency names the sum.
  for (const { id: movementId, amount, at } of counted.toReversed()) {
    const { currency } = amount;
    const before = left.get(currency)?.amount ?? money(0n, currency);
    left.set(currency, { amount: addMoney(before, amount), movementId, at });
  }
  return { kind: 'cash', processorCustomerId: customerId, left: [...left.values()] };
}
