import type { DisbursementState } from './disbursement.lifecycle.ts';

/** The processor keeps an idempotency key for at least 24 hours; one hour is for its clock. */
const KEY_IS_SAFE_HOURS = 23;
/** Twice the key's life: what is not listed by then was never made. */
const NOT_MADE_AFTER_HOURS = 48;

/** The processor's words for: less is left of this payment. */
export const MONEY_GONE: ReadonlySet<string> = new Set([
  'charge_already_refunded',
  'amount_exceeds_charge',
]);

/** Refusals after which we ask what took the money: those, and that a dispute has it. */
export const ASK_WHAT_LEFT: ReadonlySet<string> = new Set([
  ...MONEY_GONE,
  'charge_disputed',
  'refund_disputed_payment',
]);

/**
 * Minutes within which a disbursement in this state moves on by itself as a rule; beyond them a person
 * looks. Zero: nothing moves it on but a person.
 */
export const USUAL_MINUTES = {
  due: 0,
  approved: 5,
  sending: 5,
  unknown: 0,
  requires_action: 0,
  // Processors name five to ten days until a card refund is booked; to be sent takes far less.
  pending: 3 * 24 * 60,
} as const satisfies Partial<Record<DisbursementState, number>>;
/** Why the processor waits, where waiting helps nothing: a person tops up the balance. */
export const STUCK_REASONS = ['insufficient_funds'] as const;

/** call: send it. ask: an earlier call may have arrived. fetch: ask how its refund fares. */
export type SendingStep = 'call' | 'ask' | 'fetch' | 'nothing';

/** What the next run of the job does with a disbursement. */
export function stepOf(row: {
  /** By bank it goes in a file, and no job sends it. */
  readonly route: 'processor' | 'bank';
  readonly state: DisbursementState;
  readonly processorRefundId: string | null;
  /** It is still in its hold (R33). */
  readonly isHeld: boolean;
}): SendingStep {
  if (row.route === 'bank') return 'nothing';
  switch (row.state) {
    case 'approved':
      return row.isHeld ? 'nothing' : 'call';
    case 'sending':
    case 'unknown':
      return row.processorRefundId === null ? 'ask' : 'fetch';
    case 'pending':
    case 'requires_action':
      return 'fetch';
    case 'due':
    case 'succeeded':
    case 'failed':
    case 'canceled':
    case 'failed_after_success':
      return 'nothing';
  }
}

/** The processor lists no refund of ours: may the call be made again, under the same key? */
export function afterAsking(
  state: DisbursementState,
  ageHours: number,
): 'call' | 'unclear' | 'not_made' | 'wait' {
  // A clock that went backwards says nothing about the key's age.
  if (state === 'sending' && ageHours >= 0 && ageHours < KEY_IS_SAFE_HOURS) return 'call';
  if (state === 'sending') return 'unclear';
  return ageHours >= NOT_MADE_AFTER_HOURS ? 'not_made' : 'wait';
}
