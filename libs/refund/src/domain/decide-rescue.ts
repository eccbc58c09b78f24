import { addDays, isOnOrBefore, ok, refused, type PlainDate, type Result } from '#kernel';
import type { DisbursementState } from './disbursement.lifecycle.ts';
import type { FrozenCode } from './freeze-matrix.ts';
import { rescueLifecycle, type RescueState } from './rescue.lifecycle.ts';

/** A refund as far as another way for it is concerned. */
export interface RefundToRescue {
  readonly isReturned: boolean;
  /** Somebody who can sign in and give an account. */
  readonly hasPayer: boolean;
  /** Of its newest disbursement. */
  readonly state: DisbursementState;
  readonly attempt: number;
  /** The processor does not refund by the way it was paid any more. */
  readonly isWayClosed: boolean;
  /** It lies with the processor in its payer's own name, where the operator cannot take it from. */
  readonly isPayersCash: boolean;
  /** Money of its owner is away, and people have not settled that (R35). */
  readonly isFrozen: boolean;
  /** It is open already. */
  readonly isOpen: boolean;
}

export type NotRescued =
  | 'already_returned'
  | 'already_asked'
  | 'no_payer'
  | 'not_failed'
  | 'lies_as_cash'
  | 'money_left_elsewhere';

/**
 * Whether its payer may be asked for a bank account: a disbursement has failed, or would, and nothing
 * is on its way. Original method first (R25).
 */
export function mayAskForAccount(refund: RefundToRescue): Result<true, NotRescued> {
  if (refund.isReturned) return refused('already_returned');
  if (refund.isOpen) return refused('already_asked');
  if (!refund.hasPayer) return refused('no_payer');
  if (refund.isFrozen) return refused('money_left_elsewhere');
  if (refund.isPayersCash) return refused('lies_as_cash');
  const isTried = refund.attempt > 1 || refund.isWayClosed;
  return refund.state === 'due' && isTried ? ok(true) : refused('not_failed');
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

/** Why the payer is asked for another account; each code has a text in both languages. */
export const accountRefusals = ['another_holder', 'not_clear', 'payer_asked_us'] as const;
export type AccountRefusal = (typeof accountRefusals)[number];
/** The bank's own refusal is none of the treasury's. */
export type AskedBecause = AccountRefusal | 'bank_refused';
export const isAccountRefusal = (code: string): code is AccountRefusal =>
  (accountRefusals as readonly string[]).includes(code);

/** Why a proposed transfer is not approved; each code has a text in both languages. */
export const transferDeclines = ['check_holder', 'not_yet', 'taken_back'] as const;
export type TransferDecline = (typeof transferDeclines)[number];
export const isTransferDecline = (code: string): code is TransferDecline =>
  (transferDeclines as readonly string[]).includes(code);

export interface AccountToPay {
  readonly state: RescueState;
  readonly isCoolingOff: boolean;
  /** Of the refund's newest disbursement. */
  readonly disbursement: DisbursementState;
  /** Why no money of this case may begin to leave; null when nothing stops it. */
  readonly stopped: FrozenCode | null;
  /** The operator has told us from which account it pays. */
  readonly isSetUp: boolean;
}

export type NotPayable =
  'no_account' | 'cooling_off' | 'on_its_way' | FrozenCode | 'not_set_up' | 'wrong_state';

/** Whether a transfer to the account may be proposed or approved now, and if not why. */
export function mayPay(
  account: AccountToPay,
  event: 'proposed' | 'approved',
): Result<true, NotPayable> {
  if (account.state === 'asked') return refused('no_account');
  if (!rescueLifecycle.may(account.state, event)) return refused('wrong_state');
  if (account.isCoolingOff) return refused('cooling_off');
  if (account.stopped) return refused(account.stopped);
  if (account.disbursement !== 'due') return refused('on_its_way');
  return account.isSetUp ? ok(true) : refused('not_set_up');
}

/** May a payer say beforehand where a refund goes? Not of a bond that nothing will be refunded of. */
export const mayGiveBeforehand = (bondState: string): boolean =>
  !['lapsed', 'withdrawn', 'closed'].includes(bondState);
