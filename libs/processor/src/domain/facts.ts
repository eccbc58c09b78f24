import type { Instant, Money, PlainDate } from '#kernel';

/**
 * What the processor says is true now, in our words. A fact is made from the processor's current
 * object, never from an event, so its order of arrival means nothing.
 */
export type ProcessorFact = PaymentFact | RefundFact | DisputeFact | WarningFact | CashFact;

/** `part`: a transfer has come, but not all of it. */
export type PaymentStatus = 'open' | 'part' | 'processing' | 'paid' | 'failed' | 'expired';

export interface PaymentFact {
  readonly kind: 'payment';
  /** Our payment, as the object's metadata names it; null when the money names none of ours. */
  readonly paymentId: string | null;
  /** The checkout session (cs_…), where the fact was read from one. */
  readonly sessionId: string | null;
  /** The processor's payment (pi_…); null while a session has none. */
  readonly processorPaymentId: string | null;
  readonly status: PaymentStatus;
  /** What arrived; null unless paid. */
  readonly received: Money | null;
  /** What of a transfer has arrived while it waits for the rest; null when none has. */
  readonly arrived: Money | null;
  /** Where its payer reads how to send a transfer; null when it waits for none. */
  readonly transferUrl: string | null;
  /** The charge (ch_…, py_…) that carried it. */
  readonly chargeId: string | null;
  /** card, us_bank_account, …, as the processor names it. */
  readonly method: string | null;
  /** The last day of the card by which it was paid; null for another way. */
  readonly cardExpiresOn: PlainDate | null;
  /** Why the last try to pay was declined: insufficient_funds, …; null when none was, or it is paid. */
  readonly declineCode: string | null;
  /** The processor's own fee, known some seconds after the payment. */
  readonly fee: { readonly id: string; readonly amount: Money } | null;
  readonly happenedAt: Instant;
}

export type RefundStatus = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

export interface RefundFact {
  readonly kind: 'refund';
  /** re_…, pyr_… */
  readonly processorRefundId: string;
  /** Our disbursement, as the metadata names it. */
  readonly disbursementId: string | null;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  readonly status: RefundStatus;
  /** Why it waits: processing, insufficient_funds, charge_pending. */
  readonly pendingReason: string | null;
  readonly failureReason: string | null;
  /** The number with which the payer's bank can trace it. */
  readonly traceNumber: string | null;
  readonly happenedAt: Instant;
}

/** What the bank of whoever paid, or the network, has decided; an inquiry only asks. */
export type DisputeStage = 'inquiry' | 'undecided' | 'won' | 'lost';

/** Who has the next word: we answer, the bank decides, or it is over. */
export type DisputeTurn = 'answer' | 'bank' | 'nobody';

/** Why a payment is disputed, as card networks and banks tell the processor. */
export const disputeReasons = [
  ...['fraudulent', 'unrecognized', 'duplicate', 'credit_not_processed'],
  ...['product_not_received', 'product_unacceptable', 'subscription_canceled'],
  ...['debit_not_authorized', 'insufficient_funds', 'incorrect_account_details'],
  ...['bank_cannot_process', 'customer_initiated', 'general', 'other'],
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export interface DisputeFact {
  readonly kind: 'dispute';
  /** du_… */
  readonly processorDisputeId: string;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  readonly stage: DisputeStage;
  /** The processor has taken the money and not given it back. */
  readonly isTaken: boolean;
  readonly turn: DisputeTurn;
  /** `other` where the processor gives one that we have no word for. */
  readonly reason: DisputeReason;
  /** The network's code; null where none carries it. */
  readonly networkReason: string | null;
  /** Until when it can be answered; null where the bank hears nobody. */
  readonly dueBy: Instant | null;
  /** How often evidence was sent to the bank, by us or in the processor's dashboard. */
  readonly submissions: number;
  /** When the payer's bank opened it. */
  readonly openedAt: Instant;
  /** What the processor charges for it. */
  readonly fees: readonly { readonly id: string; readonly amount: Money }[];
  readonly happenedAt: Instant;
}

/** The card's bank thinks that somebody else used the card; a dispute may follow. */
export interface WarningFact {
  readonly kind: 'warning';
  /** issfr_… */
  readonly processorWarningId: string;
  readonly processorPaymentId: string | null;
  /** False once the payment is refunded in full or disputed. */
  readonly isActionable: boolean;
  readonly happenedAt: Instant;
}

/** Money that came to a payer's account with the processor and that no payment took. */
export interface CashFact {
  readonly kind: 'cash';
  /** cus_… */
  readonly processorCustomerId: string;
  /**
   * All that ever came so, by currency; what has gone back is not taken off. It only grows, but for a
   * bank that takes a transfer back.
   */
  readonly left: readonly {
    readonly amount: Money;
    /** The movement that made it so (ccsbtxn_…). */
    readonly movementId: string;
    readonly at: Instant;
  }[];
}

/** What a fact will be about, known before it is fetched. */
export type FactRef =
  | Pick<PaymentFact, 'kind' | 'paymentId' | 'sessionId' | 'processorPaymentId'>
  | Pick<RefundFact, 'kind' | 'disbursementId' | 'processorRefundId'>
  | Pick<DisputeFact, 'kind' | 'processorDisputeId'>
  | Pick<WarningFact, 'kind' | 'processorWarningId'>
  | Pick<CashFact, 'kind' | 'processorCustomerId'>;

export type RefOf<Fact extends ProcessorFact> = Extract<FactRef, { kind: Fact['kind'] }>;

export const refOf = (fact: ProcessorFact): FactRef => fact;

/** The row was in the fact's way: fetch again, try later, or put it on a person's desk. */
export type Applied = 'applied' | 'stale' | 'later' | { readonly parked: string };
