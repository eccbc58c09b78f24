import { addDays, dayIn, type Instant, type Money, type PlainDate } from '#kernel';
import { isToPost, type BondState } from './bond.lifecycle.ts';
import { isBooked, paymentLifecycle } from './payment.lifecycle.ts';
import type { PaymentEvent, PaymentState } from './payment.lifecycle.ts';
import { splitReceipt } from './split-receipt.ts';

/** How the processor says a payment stands. */
type ToldStatus = 'open' | 'part' | 'processing' | 'paid' | 'failed' | 'expired';

/** Why money waits on an officer's desk, or goes back by rule. */
export const notForBond = [
  /** It names no payment of ours, or did not come by the session of the one that it names. */
  'unknown_payment',
  /** The bond lapsed or was withdrawn before the money came. */
  'bond_over',
  /** Another payment has posted the bond: this one is certainly too much. */
  'bond_has_enough',
  /** Less than the bond asks. */
  'not_in_full',
  'other_currency',
  /** More than the bond asks: the rest is certainly too much. */
  'more_than_asked',
  /** A transfer that was ended before all of it had come, or that came after its end. */
  'not_used',
  /** The operator bears a loss on this bond: it takes no new money. */
  'bears_a_loss',
  /** It had left the bond, and came back when the bond could not have it any more. */
  'came_back',
] as const;
export type NotForBond = (typeof notForBond)[number];

/** What may be returned by rule, since it is certain that the bond does not get it. */
export const isSurplus = (why: NotForBond): boolean =>
  why === 'bond_has_enough' || why === 'more_than_asked' || why === 'not_used';

export interface PaymentFacts {
  readonly paymentState: PaymentState;
  readonly bondState: BondState;
  readonly bondAmount: Money;
  /** Whether this bond has ever been posted in full. */
  readonly wasHeld: boolean;
  readonly status: ToldStatus;
  readonly received: Money | null;
}

export interface PaymentDecision {
  /** The payment's steps, in order; none when the fact is not news. */
  readonly events: readonly PaymentEvent[];
  /** The money to book; null when nothing arrived or it is booked already. */
  readonly book: { readonly toBond: bigint; readonly rest: NotForBond | null } | null;
  readonly becomesHeld: boolean;
}

const NO_NEWS: PaymentDecision = { events: [], book: null, becomesHeld: false };

const EVENT_OF: Readonly<Record<Exclude<ToldStatus, 'open' | 'paid'>, PaymentEvent>> = {
  part: 'part_arrived',
  processing: 'processing_started',
  failed: 'failed',
  expired: 'expired',
};

/** What the processor's word about one of our payments means for it and its bond (R6). */
export function decidePayment(f: PaymentFacts): PaymentDecision {
  if (isBooked(f.paymentState)) return NO_NEWS;
  // The answer to our request was lost, yet the session was made: the news shows it.
  const opened: PaymentEvent[] = f.paymentState === 'created' ? ['session_opened'] : [];
  const state = opened.length ? 'awaiting_payer' : f.paymentState;
  if (f.status === 'open') return { ...NO_NEWS, events: opened };
  if (f.status !== 'paid') {
    const event = EVENT_OF[f.status];
    // Older than what we know, such as a session's end after its money: not news.
    const news = paymentLifecycle.may(state, event);
    return { ...NO_NEWS, events: news ? [...opened, event] : opened };
  }
  if (!f.received) throw new Error('paid without an amount');
  const book = bookingOf(f, f.received);
  return { events: [...opened, 'paid'], book, becomesHeld: book.toBond > 0n };
}

/** A bond is posted in full or not at all: what is short waits with an officer. */
function bookingOf(f: PaymentFacts, received: Money): NonNullable<PaymentDecision['book']> {
  const none = { minor: 0n, currency: f.bondAmount.currency };
  const why = whyNot(f, received);
  const { toBond, toSuspense } = splitReceipt({
    bondAmount: f.bondAmount,
    alreadyHeld: none,
    received,
    bondMayTake: why === null,
  });
  return { toBond, rest: toSuspense === 0n ? null : (why ?? 'more_than_asked') };
}

function whyNot(f: PaymentFacts, received: Money): NotForBond | null {
  if (f.wasHeld && !isToPost(f.bondState)) return 'bond_has_enough';
  if (!isToPost(f.bondState)) return 'bond_over';
  if (received.currency !== f.bondAmount.currency) return 'other_currency';
  return received.minor < f.bondAmount.minor ? 'not_in_full' : null;
}

// Cards have no published limit; these two cannot be refunded by the way they came after so long.
const REFUNDABLE_DAYS: Readonly<Record<string, number>> = {
  us_bank_account: 180,
  customer_balance: 180,
};

/** The last day on which the processor still refunds by the way it was paid; null without a limit. */
export function refundableUntil(method: string | null, paidAt: Instant): PlainDate | null {
  const days = method === null ? undefined : REFUNDABLE_DAYS[method];
  return days === undefined ? null : addDays(dayIn(paidAt, 'UTC'), days);
}
