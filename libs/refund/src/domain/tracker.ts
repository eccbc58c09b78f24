import type { Instant, Money, PlainDate } from '#kernel';
import {
  isOpen,
  type DisbursementEvent,
  type DisbursementState,
} from './disbursement.lifecycle.ts';
import type { RescueState } from './rescue.lifecycle.ts';
import { MONEY_GONE } from './sending.ts';

/** A disbursement as the tracker sees it. */
export interface TrackedDisbursement {
  readonly attempt: number;
  readonly route: 'processor' | 'bank';
  readonly state: DisbursementState;
  readonly traceNumber: string | null;
  readonly failureReason: string | null;
  /** The end of its hold; null when it has none. */
  readonly leavesAt: Instant | null;
  /** Why the processor has not sent it yet. */
  readonly pendingReason: string | null;
  /** Its history, oldest first. */
  readonly history: readonly { readonly event: DisbursementEvent; readonly at: Instant }[];
}

export interface TrackedRefund {
  readonly amount: Money;
  readonly rule: string;
  readonly decidedAt: Instant;
  readonly promisedBy: PlainDate;
  readonly returnedOn: PlainDate | null;
  /** Where the other way for it stands, by a bank account; null without one. */
  readonly rescue: RescueState | null;
  /** Oldest first; at least one. */
  readonly disbursements: readonly TrackedDisbursement[];
}

type TrackerStepName = 'cancelled' | 'approved' | 'sent' | 'at_bank' | 'returned';
export type TrackerStepState = 'done' | 'current' | 'to_come' | 'problem';

interface TrackerStep {
  readonly step: TrackerStepName;
  readonly state: TrackerStepState;
  /** Null until it has happened. */
  readonly at: Instant | null;
}

/** What happens next, and so who must do something. */
export type TrackerNext =
  /** We send it, or ask how it fares. Nothing to do for the payer. */
  | 'we_send'
  | 'we_check'
  /** The processor has it and has not sent it: our balance there is too low, and we top it up. */
  | 'we_top_up'
  /** The processor waits until the payment itself has settled. */
  | 'payment_settles'
  /** The bank has it and books it. */
  | 'bank_books'
  /** The payer's bank details are asked for by the processor. */
  | 'payer_gives_details'
  /** It has not left: the treasury looks at it first (R33). */
  | 'treasury_looks'
  /** It did not get through: the treasury decides on another disbursement. */
  | 'treasury_decides'
  /** It goes to a bank account, which the payer is asked for. */
  | 'payer_gives_account'
  /** The payer has given one: the treasury looks at it, not before its 48 hours are over. */
  | 'treasury_checks_account'
  | 'nothing';

export interface RefundTracker {
  /** By which way the disbursement goes that counts. */
  readonly route: 'processor' | 'bank';
  readonly amount: Money;
  readonly rule: string;
  readonly promisedBy: PlainDate;
  /** The day on which the bank had the money; null until then. */
  readonly returnedOn: PlainDate | null;
  /** True when the promise was not kept, so far or for good (R26). */
  readonly isLate: boolean;
  /** With it the payer's bank can trace the money. */
  readonly traceNumber: string | null;
  /** Until then it is kept, so that a wrong record can be corrected (R33); null when it is not. */
  readonly leavesAt: Instant | null;
  readonly steps: readonly TrackerStep[];
  readonly next: TrackerNext;
  /** Earlier disbursements that failed, with the processor's reason. */
  readonly failures: readonly { readonly at: Instant; readonly reason: string | null }[];
}

const FAILED: ReadonlySet<DisbursementEvent> = new Set([
  'processor_failed',
  'processor_canceled',
  'success_undone',
  'bank_rejected',
  'bank_returned',
]);

const lastOf = (a: TrackedDisbursement, ...events: DisbursementEvent[]): Instant | null =>
  a.history.findLast((h) => events.includes(h.event))?.at ?? null;

/** The refund's journey as its payer sees it: ordered steps with dates, and what comes next. */
export function trackerOf(refund: TrackedRefund, today: PlainDate): RefundTracker {
  const current = currentOf(refund.disbursements);
  const { promisedBy, returnedOn } = refund;
  return {
    ...{ amount: refund.amount, rule: refund.rule, promisedBy, returnedOn },
    isLate: (returnedOn ?? today).since(promisedBy).sign > 0,
    route: current.route,
    traceNumber: current.traceNumber,
    steps: stepsOf(refund, current),
    leavesAt: current.state === 'approved' ? current.leavesAt : null,
    next: returnedOn ? 'nothing' : nextOf(current, refund.rescue),
    failures: refund.disbursements
      .filter((a) => !isOpen(a.state) && a.state !== 'succeeded' && !wasReturned(a))
      .flatMap((a) => a.history.filter((h) => FAILED.has(h.event)).map((h) => ({ a, at: h.at })))
      .map(({ a, at }) => ({ at, reason: a.failureReason })),
  };
}

/** Nothing was tried yet, and no rule may let it leave. */
const isWaiting = (a: TrackedDisbursement) => a.state === 'due' && a.attempt === 1;

/** The disbursement that counts: the one that succeeded, else the open one, else the last. */
function currentOf(disbursements: readonly TrackedDisbursement[]): TrackedDisbursement {
  const found =
    disbursements.find((a) => a.state === 'succeeded') ??
    disbursements.find((a) => isOpen(a.state)) ??
    disbursements.at(-1);
  if (!found) throw new Error('a refund without a disbursement');
  return found;
}

/** Refused since the money had left by another way: no failure to whoever has it (R35). */
const wasReturned = (a: TrackedDisbursement): boolean => MONEY_GONE.has(a.failureReason ?? '');

/** Pending at the processor, which has not sent it: nothing is at the bank yet. */
const WAITS: Readonly<Record<string, TrackerNext>> = {
  insufficient_funds: 'we_top_up',
  charge_pending: 'payment_settles',
};
const waitOf = (a: TrackedDisbursement): TrackerNext | undefined =>
  a.state === 'pending' ? WAITS[a.pendingReason ?? ''] : undefined;
function nextOf(a: TrackedDisbursement, rescue: RescueState | null): TrackerNext {
  const byBank = a.state === 'due' && rescue && BY_BANK[rescue];
  if (byBank) return byBank;
  return isWaiting(a) ? 'treasury_looks' : (waitOf(a) ?? NEXT[a.state]);
}
const BY_BANK: Readonly<Record<RescueState, TrackerNext | null>> = {
  asked: 'payer_gives_account',
  given: 'treasury_checks_account',
  proposed: 'treasury_checks_account',
  approved: 'treasury_checks_account',
  under_way: null,
  done: null,
  not_needed: null,
};

const NEXT: Readonly<Record<DisbursementState, TrackerNext>> = {
  due: 'treasury_decides',
  approved: 'we_send',
  sending: 'we_send',
  unknown: 'we_check',
  pending: 'bank_books',
  requires_action: 'payer_gives_details',
  succeeded: 'nothing',
  // Each of these has another disbursement after it, unless people look at what left by another way.
  failed: 'we_check',
  canceled: 'we_check',
  failed_after_success: 'we_check',
};
// How many of the steps lie behind a disbursement in this state, counted from "cancelled".
const BEHIND: Readonly<Record<DisbursementState, number>> = {
  due: 1,
  approved: 2,
  sending: 2,
  unknown: 2,
  pending: 3,
  requires_action: 3,
  succeeded: 5,
  failed: 3,
  canceled: 3,
  failed_after_success: 4,
};
const PROBLEM: ReadonlySet<DisbursementState> = new Set([
  'unknown',
  'requires_action',
  'failed',
  'canceled',
  'failed_after_success',
]);

const SENT = [
  ...(['processor_pending', 'processor_requires_action', 'processor_succeeded'] as const),
  ...(['put_in_file', 'bank_accepted'] as const),
];

function stepsOf(refund: TrackedRefund, a: TrackedDisbursement): TrackerStep[] {
  const sent = waitOf(a) ? null : lastOf(a, ...SENT);
  const atBank = lastOf(a, 'processor_succeeded', 'succeeded_after_failure', 'bank_booked');
  const at: Readonly<Record<TrackerStepName, Instant | null>> = {
    cancelled: refund.decidedAt,
    approved: lastOf(a, 'approved'),
    sent: sent ?? atBank,
    at_bank: atBank,
    returned: a.state === 'succeeded' ? atBank : null,
  };
  const names: TrackerStepName[] = ['cancelled', 'approved', 'sent', 'at_bank', 'returned'];
  if (refund.returnedOn && a.state !== 'succeeded') {
    return names.map((step) => ({ step, state: 'done', at: at[step] }));
  }
  const wait = waitOf(a);
  const behind = wait ? BEHIND.approved : BEHIND[a.state];
  // After a disbursement that failed, the one that waits for the treasury is itself the problem.
  const isProblem =
    PROBLEM.has(a.state) || wait === 'we_top_up' || (a.state === 'due' && a.attempt > 1);
  return names.map((step, i) => {
    if (i < behind) return { step, state: 'done', at: at[step] };
    if (i > behind) return { step, state: 'to_come', at: null };
    return { step, state: isProblem ? 'problem' : 'current', at: null };
  });
}
