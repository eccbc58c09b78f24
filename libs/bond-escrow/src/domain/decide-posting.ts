import {
  carriesCurrency,
  isBefore,
  ok,
  refused,
  Temporal,
  type Currency,
  type Instant,
  type PaymentWay,
  type Result,
} from '#kernel';
import type { BondState } from './bond.lifecycle.ts';
import type { PaymentState } from './payment.lifecycle.ts';

/** What posting looks at of a payment. */
export interface PaymentTry {
  readonly id: string;
  readonly state: PaymentState;
  readonly way: PaymentWay;
  readonly sessionUrl: string | null;
  /** Asked of the processor; null never. */
  readonly sessionExpiresAt: Instant;
  /** Where a transfer that was chosen is explained; null for any other. */
  readonly transferUrl: string | null;
}

export interface PostingFacts {
  readonly bondState: BondState;
  /** Pauses included. */
  readonly postBy: Instant;
  readonly signed: boolean;
  readonly way: PaymentWay;
  /** Those of the programme in the bond's currency. */
  readonly ways: readonly PaymentWay[];
  readonly payments: readonly PaymentTry[];
  readonly now: Instant;
}

export type PostingDecision =
  /** A session is open: the payer goes on where he was. */
  | { readonly kind: 'reuse'; readonly url: string }
  /** Asked for, answer unknown: ask again under the same key. */
  | { readonly kind: 'resume'; readonly paymentId: string }
  /** It was chosen before, and its money may come on any day. */
  | { readonly kind: 'transfer_awaited' }
  | { readonly kind: 'new'; readonly expiresAt: Instant };

export type PostingRefusal =
  'not_signed' | 'too_late' | 'wrong_state' | 'too_many_tries' | 'way_not_offered';

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
  const underWay = f.payments.find(
    (p) => p.state === 'processing' || p.state === 'partially_funded',
  );
  if (underWay) return refused('wrong_state', { state: underWay.state });
  if (!f.ways.includes(f.way)) return refused('way_not_offered', { way: f.way });
  const own = f.payments.filter((p) => p.way === f.way);
  if (own.some(isTransferAwaited)) return ok({ kind: 'transfer_awaited' });
  const open = own.find((p) => isUsable(p, f.now));
  if (open?.sessionUrl) return ok({ kind: 'reuse', url: open.sessionUrl });
  const begun = own.find((p) => p.state === 'created');
  if (begun) return ok({ kind: 'resume', paymentId: begun.id });
  if (f.payments.length >= TRIES_MAX) return refused('too_many_tries');
  return ok({ kind: 'new', expiresAt: sessionEnd(f.postBy, f.now) });
}

/** By which ways a bond in this currency may be paid. */
export const waysOffered = (
  ways: readonly PaymentWay[],
  currency: Currency,
): readonly PaymentWay[] => ways.filter((way) => carriesCurrency(way, currency));

/** Its payer has the account to send to. It goes on beside other ways: what comes second goes back. */
export const isTransferAwaited = (p: Pick<PaymentTry, 'state' | 'transferUrl'>): boolean =>
  p.state === 'awaiting_payer' && p.transferUrl !== null;

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
