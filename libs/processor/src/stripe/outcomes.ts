import Stripe from 'stripe';
import type { Outcome } from '../processor.port.ts';

/** An answer that is not the object we asked for. Whether anything happened, we cannot tell. */
export class UnexpectedAnswer extends Error {
  constructor(readonly what: string) {
    super(`unexpected answer: ${what}`);
    this.name = 'UnexpectedAnswer';
  }
}

// Refusals after the processor began to act: the answer is kept under the key and replayed, so the
// same wish needs a new one, once the cause is gone.
const LATER_WITH_NEW_KEY = new Set([
  'balance_insufficient',
  'charge_disputed',
  'insufficient_funds',
  'refund_disputed_payment',
]);

/** What a thrown error of the SDK says about the call's effect. Rethrows what is no such error. */
export function outcomeOfError(error: unknown): Outcome<never> {
  if (error instanceof UnexpectedAnswer) return { kind: 'unknown', reason: error.what };
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const unclear = unclearReason(error);
  if (unclear) return { kind: 'unknown', reason: unclear };
  const code = codeOf(error);
  const retryWithNewKey =
    error instanceof Stripe.errors.StripeCardError || LATER_WITH_NEW_KEY.has(code);
  return { kind: 'refused', code, retryWithNewKey };
}

/** Nothing is decided yet: the same call under the same key may be made again. */
function unclearReason(e: Stripe.errors.StripeError): string | undefined {
  if (e instanceof Stripe.errors.StripeConnectionError) return 'no_answer';
  if (e instanceof Stripe.errors.StripeRateLimitError || e.statusCode === 429) return 'too_many';
  if (e.code === 'idempotency_key_in_use' || e.statusCode === 409) return 'in_progress';
  // Our key is wrong or lacks a right. Nothing happened, and mending the settings is enough.
  if (e instanceof Stripe.errors.StripeAuthenticationError) return 'not_authenticated';
  if (e instanceof Stripe.errors.StripePermissionError) return 'not_permitted';
  if (e instanceof Stripe.errors.StripeAPIError || (e.statusCode ?? 500) >= 500) return 'broken';
  return undefined;
}

function codeOf(e: Stripe.errors.StripeError): string {
  if (e.code) return e.code;
  if (e instanceof Stripe.errors.StripeIdempotencyError) return 'idempotency_mismatch';
  // Stripe gives no code when a refund is larger than what is left of its charge.
  if (e.param === 'amount' && /greater than/.test(e.message)) return 'amount_exceeds_charge';
  return 'invalid_request';
}
