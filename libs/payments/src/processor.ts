import type { Instant, Money } from '#kernel';

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

export interface OpenCheckout {
  /** Our payment; the idempotency key is made from it, so the rest must be the same each time. */
  readonly paymentId: string;
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

export type CheckoutStatus = 'open' | 'complete' | 'expired';

export interface ProcessorCheckout {
  /** cs_… */
  readonly id: string;
  readonly status: CheckoutStatus;
  readonly paid: boolean;
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
  /** What arrived; zero until it has. */
  readonly received: Money;
  readonly chargeId: string | null;
  readonly method: string | null;
  readonly fee: { readonly id: string; readonly amount: Money } | null;
  readonly createdAt: Instant;
  /** When the charge was made; null without one. */
  readonly chargedAt: Instant | null;
}

export interface ProcessorRefund {
  /** re_… */
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

export interface CreateRefund {
  /** The idempotency key is made from it. */
  readonly disbursementId: string;
  readonly refundId: string;
  readonly processorPaymentId: string;
  readonly amount: Money;
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

export interface ListEvents {
  readonly since: Instant;
  /** Only those that did not reach every endpoint. */
  readonly undelivered?: boolean;
}

/** The processor as the portal needs it. Knows payments and refunds, never bonds. */
export abstract class PaymentProcessor {
  abstract openCheckout(p: OpenCheckout): Promise<Outcome<ProcessorCheckout>>;
  abstract getCheckout(sessionId: string): Promise<Outcome<ProcessorCheckout>>;
  abstract findCheckouts(processorPaymentId: string): Promise<Outcome<ProcessorCheckout[]>>;
  abstract getPayment(processorPaymentId: string): Promise<Outcome<ProcessorPayment>>;
  abstract getRefund(processorRefundId: string): Promise<Outcome<ProcessorRefund>>;
  /** All refunds of a payment, newest first. */
  abstract listRefunds(processorPaymentId: string): Promise<Outcome<ProcessorRefund[]>>;
  /** `code` amount_exceeds_charge, charge_already_refunded, charge_disputed, balance_insufficient, … */
  abstract createRefund(p: CreateRefund): Promise<Outcome<ProcessorRefund>>;
  /** Newest first; `unknown` when there are more than it reads at once. */
  abstract listEvents(p: ListEvents): Promise<Outcome<ProcessorEvent[]>>;
}
