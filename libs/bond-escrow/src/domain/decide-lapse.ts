import { isBefore, ok, refused, type Instant, type Result } from '#kernel';
import { bondLifecycle, type BondState } from './bond.lifecycle.ts';
import { isUnsettled, type PaymentState } from './payment.lifecycle.ts';
import type { PostingClock } from './posting-clock.ts';

export interface LapseFacts {
  readonly bondState: BondState;
  readonly clock: PostingClock;
  readonly paymentStates: readonly PaymentState[];
  readonly now: Instant;
}

/**
 * A bond lapses after its last day, unless a payment begun in time is not settled: a debit under
 * way does not lapse (R9), nor does what the processor has not told us the end of. While the state
 * must act, no day is the last (R31).
 */
export function mayLapse(
  f: LapseFacts,
): Result<true, 'wrong_state' | 'paused' | 'not_due' | 'payment_unsettled'> {
  if (!bondLifecycle.may(f.bondState, 'lapsed')) return refused('wrong_state');
  if (f.clock.paused) return refused('paused');
  if (!isBefore(f.clock.postBy, f.now)) return refused('not_due');
  if (f.paymentStates.some(isUnsettled)) return refused('payment_unsettled');
  return ok(true);
}
