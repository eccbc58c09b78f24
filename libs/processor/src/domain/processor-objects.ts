import type { Instant, Money, PlainDate } from '#kernel';

// The processor's objects in our words, as far as we need them.

type CheckoutStatus = 'open' | 'complete' | 'expired';

export interface ProcessorCheckout {
  /** cs_… */
  readonly id: string;
  readonly status: CheckoutStatus;
  /** Where the payer pays; null once the session is over. */
  readonly url: string | null;
  /** From the metadata: our payment. */
  readonly paymentId: string | null;
  readonly payment: ProcessorPayment | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface ProcessorPayment {
  /** pi_… */
  readonly id: string;
  /** The processor's own word: succeeded, processing, requires_payment_method, canceled, … */
  readonly status: string;
  readonly paymentId: string | null;
  /** What arrived; zero until all of it has. */
  readonly received: Money;
  readonly chargeId: string | null;
  readonly method: string | null;
  /** The last day of the card by which it was paid; null for another way. */
  readonly cardExpiresOn: PlainDate | null;
  /** Why the last try was declined, in the processor's word; null when none was. */
  readonly declineCode: string | null;
  readonly fee: { readonly id: string; readonly amount: Money } | null;
  /** It waits for a bank transfer: what of it has arrived, and where its payer reads how to send it. */
  readonly transfer: { readonly arrived: Money; readonly url: string | null } | null;
  readonly createdAt: Instant;
  /** When the charge was made; null without one. */
  readonly chargedAt: Instant | null;
}

/** What lies with the processor in a payer's own name, by currency. */
export interface ProcessorCash {
  /** cus_… */
  readonly customerId: string;
  /** Newest first. */
  readonly movements: readonly {
    readonly id: string;
    /** The processor's own word: funded, applied_to_payment, … */
    readonly type: string;
    /** Below zero for what left. */
    readonly amount: Money;
    readonly at: Instant;
  }[];
}

export interface ProcessorRefund {
  /** re_…, or pyr_… where no card network carries it. */
  readonly id: string;
  readonly disbursementId: string | null;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  /** The processor's own word; RefundStatus unless it invents one. */
  readonly status: string;
  readonly pendingReason: string | null;
  readonly failureReason: string | null;
  readonly traceNumber: string | null;
  readonly createdAt: Instant;
}

export interface ProcessorDispute {
  /** du_… */
  readonly id: string;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  /** The processor's own word: needs_response, won, lost, … */
  readonly status: string;
  /** Why, in the processor's word: fraudulent, product_not_received, insufficient_funds, … */
  readonly reason: string;
  /** Why, in the network's code: 10.4, 13.1, …; null where no card network carries it. */
  readonly networkReason: string | null;
  /** Until when it can be answered; null where the bank hears nobody. */
  readonly dueBy: Instant | null;
  /** Evidence is kept there, sent to the bank or not. */
  readonly hasEvidence: boolean;
  /** How often evidence was sent to the bank; one that was sent does not come back. */
  readonly submissions: number;
  /** What it took (below zero) and gave back, each with its fee; in the account's own currency. */
  readonly movements: readonly {
    readonly id: string;
    readonly amount: Money;
    readonly fee: Money;
  }[];
  readonly createdAt: Instant;
}

/** Our own money there, of one currency. */
export interface ProcessorBalance {
  /** What refunds are paid from; below zero when more was taken than was there. */
  readonly available: Money;
  /** On its way to be available. */
  readonly pending: Money;
}

/** One change of our own money there (a balance transaction). What it moved is its amount less its fee. */
export interface ProcessorMovement {
  /** txn_… */
  readonly id: string;
  /** The processor's own word: charge, refund, dispute, payout, fee, topup, … */
  readonly category: string;
  /** What moved it (ch_…, py_…, re_…, du_…, po_…); null where nothing did, as for a fee. */
  readonly sourceId: string | null;
  /**
   * By what the books name that: the payment (pi_…) of a charge, otherwise the source itself; its own
   * id where nothing moved it.
   */
  readonly objectId: string;
  /** Below zero for what left. */
  readonly amount: Money;
  readonly fee: Money;
  /** A payout that the processor makes by its schedule; false for all else. */
  readonly isAutomatic: boolean;
  readonly createdAt: Instant;
  /** From when on refunds can be paid from it. */
  readonly availableOn: Instant;
}

/** An event as far as we keep it: no body, which would hold personal data. */
export interface ProcessorEvent {
  /** evt_… */
  readonly id: string;
  readonly type: string;
  /** What to look up: the payment of a charge, otherwise the event's own object. */
  readonly objectId: string | null;
  readonly objectKind: string;
  /** Our own id from the object's metadata: a hint which row it is about. */
  readonly ourId: string | null;
  readonly apiVersion: string | null;
  readonly livemode: boolean;
  /** Another account's event that reached us; null for our own. */
  readonly account: string | null;
  readonly createdAt: Instant;
}

/** What a card's bank says of a payment before anybody disputes it. */
export interface ProcessorWarning {
  /** issfr_… */
  readonly id: string;
  readonly processorPaymentId: string | null;
  /** Nothing has been refunded in full or disputed yet, so that something can still be done. */
  readonly isActionable: boolean;
  readonly createdAt: Instant;
}
