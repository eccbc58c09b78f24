import { addDays, isOnOrBefore, ok, refused, type PlainDate, type Result } from '#kernel';
import type { DisbursementState } from './disbursement.lifecycle.ts';

/** A refund as far as another way for it is concerned. */
export interface RefundToRescue {
  readonly isReturned: boolean;
  /** Somebody who can sign in and give an account. */
  readonly hasPayer: boolean;
  /** Of its newest disbursement. */
  readonly state: DisbursementState;
  readonly attempt: number;
  /** Money of its owner is away, and people have not settled that (R35). */
  readonly isFrozen: boolean;
  /** It is open already. */
  readonly isOpen: boolean;
}

export type NotRescued =
  'already_returned' | 'already_asked' | 'no_payer' | 'not_failed' | 'money_left_elsewhere';

/**
 * Whether its payer may be asked for a bank account: a disbursement has failed and nothing is on its
 * way. Original method first (R25).
 */
export function mayAskForAccount(refund: RefundToRescue): Result<true, NotRescued> {
  if (refund.isReturned) return refused('already_returned');
  if (refund.isOpen) return refused('already_asked');
  if (!refund.hasPayer) return refused('no_payer');
  if (refund.isFrozen) return refused('money_left_elsewhere');
  return refund.state === 'due' && refund.attempt > 1 ? ok(true) : refused('not_failed');
}

const REMINDER_DAYS = [7, 30] as const;

/**
 * The first day after `today` on which a payer who has given no account is reminded: after a week, a
 * month, and every year (R30).
 */
export function nextAccountReminder(askedOn: PlainDate, today: PlainDate): PlainDate {
  const soon = REMINDER_DAYS.map((days) => addDays(askedOn, days)).find(
    (day) => !isOnOrBefore(day, today),
  );
  if (soon) return soon;
  const years = Math.max(0, askedOn.until(today, { largestUnit: 'years' }).years);
  return askedOn.add({ years: years + 1 });
}
