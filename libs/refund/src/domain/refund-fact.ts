import type { Money } from '#kernel';
import type { DisbursementEvent, DisbursementState } from './disbursement.lifecycle.ts';

/** What the processor says of a refund, as far as a decision needs it. */
export interface ToldRefund {
  /** re_… */
  readonly processorRefundId: string;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  readonly status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  readonly pendingReason: string | null;
  readonly failureReason: string | null;
  readonly traceNumber: string | null;
}

/** Our row, as far as a decision needs it. */
export interface KnownDisbursement {
  readonly state: DisbursementState;
  readonly amount: Money;
  readonly processorPaymentId: string;
  readonly processorRefundId: string | null;
  readonly pendingReason: string | null;
  readonly traceNumber: string | null;
}

/** What the ledger does with the disbursement's reserve. */
type LedgerStep = 'settle' | 'void' | 'take_back' | 'none';

export type FactDecision =
  | { readonly kind: 'move'; readonly event: DisbursementEvent; readonly ledger: LedgerStep }
  /** Nothing moves, but the bank's trace number, or why it waits, is news. */
  | {
      readonly kind: 'note';
      readonly traceNumber: string | null;
      readonly pendingReason: string | null;
    }
  | { readonly kind: 'nothing' }
  /** It contradicts what we know: a person looks at it, nothing is booked. */
  | { readonly kind: 'park'; readonly why: ParkReason };

type ParkReason =
  | 'refund_amount_differs'
  | 'refund_of_other_payment'
  | 'other_refund_for_disbursement'
  | 'refund_not_sent_by_us'
  | 'refund_went_backwards'
  | 'refund_succeeded_after_it_was_over';

const AFTER_THE_CALL: Readonly<
  Record<ToldRefund['status'], { event: DisbursementEvent; ledger: LedgerStep }>
> = {
  pending: { event: 'processor_pending', ledger: 'none' },
  requires_action: { event: 'processor_requires_action', ledger: 'none' },
  succeeded: { event: 'processor_succeeded', ledger: 'settle' },
  failed: { event: 'processor_failed', ledger: 'void' },
  canceled: { event: 'processor_canceled', ledger: 'void' },
};
const SAME_STATE: Readonly<Record<ToldRefund['status'], DisbursementState>> = {
  pending: 'pending',
  requires_action: 'requires_action',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
};

const failedNow = (s: ToldRefund['status']) => s === 'failed' || s === 'canceled';

/** What the processor's word means for a disbursement (R27). The row must be locked and up to date. */
export function decideRefundFact(row: KnownDisbursement, fact: ToldRefund): FactDecision {
  const contradiction = contradictionOf(row, fact);
  if (contradiction) return { kind: 'park', why: contradiction };
  if (SAME_STATE[fact.status] === row.state) return newsOf(row, fact);
  switch (row.state) {
    case 'due':
    case 'approved':
      return { kind: 'park', why: 'refund_not_sent_by_us' };
    case 'sending':
    case 'unknown':
    case 'pending':
    case 'requires_action':
      return { kind: 'move', ...AFTER_THE_CALL[fact.status] };
    case 'succeeded':
      return failedNow(fact.status)
        ? { kind: 'move', event: 'success_undone', ledger: 'take_back' }
        : { kind: 'park', why: 'refund_went_backwards' };
    case 'failed':
      if (fact.status === 'succeeded') {
        return { kind: 'move', event: 'succeeded_after_failure', ledger: 'settle' };
      }
      return fact.status === 'canceled' ? newsOf(row, fact) : backwards;
    case 'canceled':
    case 'failed_after_success':
      if (fact.status === 'succeeded') {
        return { kind: 'park', why: 'refund_succeeded_after_it_was_over' };
      }
      return failedNow(fact.status) ? newsOf(row, fact) : backwards;
  }
}

const backwards: FactDecision = { kind: 'park', why: 'refund_went_backwards' };

function contradictionOf(row: KnownDisbursement, fact: ToldRefund): ParkReason | undefined {
  if (row.amount.currency !== fact.amount.currency || row.amount.minor !== fact.amount.minor) {
    return 'refund_amount_differs';
  }
  if (fact.processorPaymentId !== null && fact.processorPaymentId !== row.processorPaymentId) {
    return 'refund_of_other_payment';
  }
  const known = row.processorRefundId;
  if (known !== null && known !== fact.processorRefundId) return 'other_refund_for_disbursement';
  return undefined;
}

function newsOf(row: KnownDisbursement, fact: ToldRefund): FactDecision {
  const { pendingReason } = fact;
  const traceNumber = fact.traceNumber ?? row.traceNumber;
  const isNews = traceNumber !== row.traceNumber || pendingReason !== row.pendingReason;
  return isNews ? { kind: 'note', traceNumber, pendingReason } : { kind: 'nothing' };
}
