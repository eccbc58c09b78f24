import {
  addDays,
  isOnOrBefore,
  isZero,
  mayBeSecond,
  ok,
  refused,
  subtractMoney,
  type Money,
  type PlainDate,
  type Refused,
  type Result,
} from '#kernel';
import type { FrozenCode } from './freeze-matrix.ts';
import { suspenseLifecycle, type SuspenseProposalState } from './suspense.lifecycle.ts';

/** What may become of money in suspense: into a bond, back to who sent it, or neither until a day. */
export type SuspenseKind = 'match' | 'return' | 'keep';

/** Why money is kept where it is; each code has a text in both languages. */
export const keepReasons = [
  'sender_being_asked',
  'processor_being_asked',
  'bond_may_be_reopened',
  'ordered_by_authority',
] as const;
export type KeepReason = (typeof keepReasons)[number];

/** Why a proposal is not followed; each code has a text in both languages. */
export const suspenseDeclines = [
  'sender_not_clear',
  'another_bond',
  'another_way',
  'not_yet',
  'taken_back',
] as const;
export type SuspenseDecline = (typeof suspenseDeclines)[number];

/** The longest that money is kept before somebody looks at it again. */
export const KEEP_DAYS_MAX = 180;

export interface SuspenseMoney {
  /** What is promised to no way out; null where nothing ever came. */
  readonly free: Money | null;
  /** What stops it; null when nothing does (R35). */
  readonly frozen: Refused<FrozenCode> | null;
}

export type NotMovable = 'nothing_free' | FrozenCode;

function movable({ free, frozen }: SuspenseMoney): Result<Money, NotMovable> {
  if (frozen) return frozen;
  return !free || isZero(free) ? refused('nothing_free') : ok(free);
}

/** What may go back by the way it came: all that is free. */
export const mayReturn = (money: SuspenseMoney): Result<Money, NotMovable> => movable(money);

/** A bond as far as a match needs it. */
export interface BondToMatch {
  readonly state: string;
  readonly amount: Money;
  /** Its payer has signed for these terms (R10). */
  readonly isSigned: boolean;
  /** The operator lost money on it: it takes none. */
  readonly bearsALoss: boolean;
}

export type NotMatchable =
  | NotMovable
  | 'bond_lapsed'
  | 'bond_not_waiting'
  | 'not_signed'
  | 'other_currency'
  | 'not_enough'
  | 'bears_a_loss';

export interface Match {
  readonly amount: Money;
  /** What stays in suspense. */
  readonly rest: Money;
}

/**
 * A bond is posted in full, by one payment, or not at all: so that what goes back later goes back by
 * the way it came (R25). What it does not need stays where it is.
 */
export function mayMatch(money: SuspenseMoney, bond: BondToMatch): Result<Match, NotMatchable> {
  const free = movable(money);
  if (!free.ok) return free;
  if (bond.state === 'lapsed') return refused('bond_lapsed');
  if (bond.state !== 'required' && bond.state !== 'payment_started') {
    return refused('bond_not_waiting');
  }
  if (bond.amount.currency !== free.value.currency) return refused('other_currency');
  if (free.value.minor < bond.amount.minor) return refused('not_enough');
  if (!bond.isSigned) return refused('not_signed');
  if (bond.bearsALoss) return refused('bears_a_loss');
  return ok({ amount: bond.amount, rest: subtractMoney(free.value, bond.amount) });
}

/**
 * Whether one person's decision is enough: only into the bond whose own payment page brought the
 * money, and up to the programme's amount. Whatever else leaves suspense needs two people.
 */
export const isEnoughAlone = (f: {
  readonly amountMinor: bigint;
  readonly cameByItsPayment: boolean;
  /** The programme's, in minor units of its currency. */
  readonly secondPersonAboveMinor: bigint;
}): boolean => f.cameByItsPayment && f.amountMinor <= f.secondPersonAboveMinor;

/** Until when money may be kept: it is looked at again on that day. */
export function mayKeepUntil(
  until: PlainDate,
  today: PlainDate,
): Result<true, 'not_later' | 'too_long'> {
  if (isOnOrBefore(until, today)) return refused('not_later');
  if (isOnOrBefore(until, addDays(today, KEEP_DAYS_MAX))) return ok(true);
  return refused('too_long', { days: `${KEEP_DAYS_MAX}` });
}

/** Whether this person may answer it: who proposed it only takes it back. */
export const mayAnswerSuspense = (
  row: { readonly state: SuspenseProposalState; readonly proposedBy: string },
  event: 'approved' | 'declined',
  personId: string,
) => mayBeSecond(suspenseLifecycle, row, event, personId, 'declined');

export const isKeepReason = (code: string): code is KeepReason =>
  (keepReasons as readonly string[]).includes(code);
export const isSuspenseDecline = (code: string): code is SuspenseDecline =>
  (suspenseDeclines as readonly string[]).includes(code);

/** What is promised where no programme is known: the shortest time that any of them promises. */
export function strictestPromise(
  programmes: readonly { readonly rules: { readonly refundPromiseDays: number } }[],
): { readonly refundPromiseDays: number } {
  if (programmes.length === 0) throw new Error('no programme is in force');
  return { refundPromiseDays: Math.min(...programmes.map((p) => p.rules.refundPromiseDays)) };
}
