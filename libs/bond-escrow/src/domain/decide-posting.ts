import { isBefore, ok, refused, Temporal, type Instant, type Result } from '#kernel';
import type { BondState } from './bond.lifecycle.ts';
import type { PaymentState } from './payment.lifecycle.ts';

/** What posting looks at of a payment. */
export interface PaymentTry {
  readonly id: string;
  readonly state: PaymentState;
  readonly sessionUrl: string | null;
  /** Asked of the processor; null never. */
  readonly sessionExpiresAt: Instant;
}

export interface PostingFacts {
  readonly bondState: BondState;
  /** Pauses included. */
  readonly postBy: Instant;
  readonly signed: boolean;
  readonly payments: readonly PaymentTry[];
  readonly now: Instant;
}

export type PostingDecision =
  /** A session is open: the payer goes on where he was. */
  | { readonly kind: 'reuse'; readonly url: string }
  /** Asked for, answer unknown: ask again under the same key. */
  | { readonly kind: 'resume'; readonly paymentId: string }
  | { readonly kind: 'new'; readonly expiresAt: Instant };

export type PostingRefusal = 'not_signed' | 'too_late' | 'wrong_state' | 'too_many_tries';

// Limits of the processor: a session lives from 30 minutes to 24 hours by its clock. A minute on
// either side is for the time until our request arrives there, and for a clock that is not ours.
const SHORTEST = { minutes: 31 };
const LONGEST = { hours: 23, minutes: 59 };
// A session about to end would leave the payer in the middle of it.
const STILL_USABLE = { minutes: 2 };
const TRIES_MAX = 50;

/** Whether and how the payer may post now (R6, R9, R10). */
export function decidePosting(f: PostingFacts): Result<PostingDecision, PostingRefusal> {
  if (f.bondState !== 'required' && f.bondState !== 'payment_started') {
    return refused('wrong_state', { state: f.bondState });
  }
  if (!f.signed) return refused('not_signed');
  if (isBefore(f.postBy, f.now)) return refused('too_late', { postBy: f.postBy.toString() });
  if (f.payments.some((p) => p.state === 'processing' || p.state === 'partially_funded')) {
    return refused('wrong_state', { state: 'processing' });
  }
  const open = f.payments.find((p) => isUsable(p, f.now));
  if (open?.sessionUrl) return ok({ kind: 'reuse', url: open.sessionUrl });
  const begun = f.payments.find((p) => p.state === 'created');
  if (begun) return ok({ kind: 'resume', paymentId: begun.id });
  if (f.payments.length >= TRIES_MAX) return refused('too_many_tries');
  return ok({ kind: 'new', expiresAt: sessionEnd(f.postBy, f.now) });
}

const isUsable = (p: PaymentTry, now: Instant): boolean =>
  p.state === 'awaiting_payer' && isBefore(now.add(STILL_USABLE), p.sessionExpiresAt);

/**
 * When a session begun now ends, in whole seconds: at the deadline, within what the processor
 * allows. One begun in the last half hour outlives the deadline by minutes. R9 asks to post by the
 * end of the day, and who has begun in time has: such a bond lapses only once its session is over
 * unpaid.
 */
export function sessionEnd(postBy: Instant, now: Instant): Instant {
  const shortest = now.add(SHORTEST);
  const longest = now.add(LONGEST);
  const inTime = isBefore(postBy, longest) ? postBy : longest;
  const end = isBefore(inTime, shortest) ? shortest : inTime;
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(end.epochMilliseconds / 1000) * 1000);
}
