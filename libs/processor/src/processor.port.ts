import type { Instant, Money, PaymentWay } from '#kernel';
import type {
  ProcessorCash,
  ProcessorBalance,
  ProcessorCheckout,
  ProcessorDispute,
  ProcessorEvent,
  ProcessorMovement,
  ProcessorPayment,
  ProcessorRefund,
  ProcessorWarning,
} from './domain/processor-objects.ts';

export * from './domain/processor-objects.ts';

/**
 * The answer of an outside call. `unknown` means it may or may not have taken effect: ask, or
 * repeat under the same key; never assume.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused';
      /** The processor's code, or ours where it gives none. */
      readonly code: string;
      /** True when the same wish may succeed later, but only under a new idempotency key. */
      readonly retryWithNewKey: boolean;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The reason of an `unknown` that asking again does not change: a person must look. */
export const AMOUNT_NOT_READABLE = 'amount_not_readable';

export interface OpenCheckout {
  /** Our payment; the idempotency key is made from it, so the rest must be the same each time. */
  readonly paymentId: string;
  /** The only one that the page offers. */
  readonly way: PaymentWay;
  /** Whose account the transfer goes to (cus_…); needed for a bank transfer. */
  readonly customerId: string | null;
  readonly amount: Money;
  /** Shown to the payer and on statements: no personal data. */
  readonly description: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly locale: 'en' | 'fr';
  /** Whole seconds; between 30 minutes and 24 hours ahead. */
  readonly expiresAt: Instant;
  /** Ids only. `payment_id` is added. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface CreateRefund {
  /** The idempotency key is made from it. */
  readonly disbursementId: string;
  readonly refundId: string;
  /** The payment (pi_…), or the customer (cus_…) whose own cash goes back. */
  readonly processorPaymentId: string;
  readonly amount: Money;
}

export interface UploadEvidence {
  /** The idempotency key is made from it. */
  readonly answerId: string;
  readonly fileName: string;
  readonly pdf: Uint8Array;
}

export interface SubmitEvidence {
  /** The idempotency key is made from it. */
  readonly answerId: string;
  readonly processorDisputeId: string;
  /** What was uploaded before (file_…). */
  readonly processorFileId: string;
  /** What was paid for, in a sentence. Goes to the payer's bank: no personal data. */
  readonly about: string;
}

/** Money is sent to a customer's account, not to a payment; one is made for each payment. */
export interface NewCustomer {
  /** Our payment; the idempotency key is made from it. */
  readonly paymentId: string;
  /** In which the processor writes to them. */
  readonly language: 'en' | 'fr';
}

export interface ListEvents {
  readonly since: Instant;
  /** Only those that did not reach every endpoint. */
  readonly undelivered?: boolean;
}

export interface ListMovements {
  readonly since: Instant;
  /** The last movement of the page before; null for the first page. */
  readonly after: string | null;
}

export interface MovementPage {
  readonly movements: readonly ProcessorMovement[];
  readonly hasMore: boolean;
}

/** The processor as the portal needs it. Knows payments, refunds and disputes, never bonds. */
export abstract class Processor {
  /** Without an address: whoever pays types one on the processor's page, which keeps it. Its id. */
  abstract createCustomer(p: NewCustomer): Promise<Outcome<{ readonly id: string }>>;
  /** What a customer sent and no payment took. */
  abstract getCash(customerId: string): Promise<Outcome<ProcessorCash>>;
  /** `code` method_not_offered when the page would not offer the way. */
  abstract openCheckout(p: OpenCheckout): Promise<Outcome<ProcessorCheckout>>;
  abstract getCheckout(sessionId: string): Promise<Outcome<ProcessorCheckout>>;
  /**
   * Ends the session if it is open, and the wait for a transfer that it left behind. `done` shows how
   * it stands: complete when it was paid before.
   */
  abstract expireCheckout(sessionId: string): Promise<Outcome<ProcessorCheckout>>;
  abstract findCheckouts(processorPaymentId: string): Promise<Outcome<ProcessorCheckout[]>>;
  abstract getPayment(processorPaymentId: string): Promise<Outcome<ProcessorPayment>>;
  abstract getRefund(processorRefundId: string): Promise<Outcome<ProcessorRefund>>;
  /** All refunds of a payment, newest first; of a customer's cash, those made since. */
  abstract listRefunds(
    processorPaymentId: string,
    since?: Instant,
  ): Promise<Outcome<ProcessorRefund[]>>;
  abstract getDispute(processorDisputeId: string): Promise<Outcome<ProcessorDispute>>;
  /** All disputes of a payment, newest first. */
  abstract listDisputes(processorPaymentId: string): Promise<Outcome<ProcessorDispute[]>>;
  abstract uploadEvidence(p: UploadEvidence): Promise<Outcome<{ readonly id: string }>>;
  /** Sends it to the payer's bank, which it does once. Refused where the dispute takes none. */
  abstract submitEvidence(p: SubmitEvidence): Promise<Outcome<ProcessorDispute>>;
  /** Gives in: it is lost at once. The idempotency key is made from our answer. */
  abstract acceptDispute(p: {
    readonly answerId: string;
    readonly processorDisputeId: string;
  }): Promise<Outcome<ProcessorDispute>>;
  abstract getWarning(processorWarningId: string): Promise<Outcome<ProcessorWarning>>;
  /** `code` amount_exceeds_charge, charge_already_refunded, charge_disputed, balance_insufficient, … */
  abstract createRefund(p: CreateRefund): Promise<Outcome<ProcessorRefund>>;
  /** One for each currency. */
  abstract getBalance(): Promise<Outcome<ProcessorBalance[]>>;
  /** What moved our money there: one page, newest first. `code` resource_missing when `after` is unknown. */
  abstract listMovements(p: ListMovements): Promise<Outcome<MovementPage>>;
  /** Newest first; `unknown` when there are more than it reads at once. */
  abstract listEvents(p: ListEvents): Promise<Outcome<ProcessorEvent[]>>;
}
