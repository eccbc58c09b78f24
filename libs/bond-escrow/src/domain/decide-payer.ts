import { isBefore, ok, refused, type Instant, type Result } from '#kernel';
import { isToPost, type BondState } from './bond.lifecycle.ts';
import type { PayerInvitationState } from './payer-invitation.lifecycle.ts';
import { isBooked, isUnsettled, type PaymentState } from './payment.lifecycle.ts';

/** How long a link can be used; never beyond the last moment to post. */
const LINK_DAYS = 14;
const DAY_HOURS = 24;
/** Whom an applicant may ask for one bond, one after the other. */
export const INVITATIONS_MAX = 10;

interface BondToPay {
  readonly bondState: BondState;
  /** Pauses included. */
  readonly postBy: Instant;
  readonly now: Instant;
}

export type NotAskable =
  | 'wrong_state'
  | 'too_late'
  | 'money_on_its_way'
  | 'asked_already'
  | 'too_many_invitations'
  | 'own_address';
export type NotTaken =
  | 'unknown_link'
  | 'used_link'
  | 'expired_link'
  | 'other_address'
  | 'wrong_state'
  | 'too_late'
  | 'money_on_its_way';
export type NotChanged = 'wrong_state' | 'money_on_its_way';

/** May somebody else be asked to pay now? Gives until when the link can be used. */
export function mayAskPayer(
  f: BondToPay & {
    readonly paymentStates: readonly PaymentState[];
    readonly isOwnAddress: boolean;
    /** The newest first. */
    readonly earlier: readonly PayerInvitationState[];
  },
): Result<Instant, NotAskable> {
  const may = mayBePaid(f);
  if (!may.ok) return may;
  if (f.paymentStates.some(isOnItsWay)) return refused('money_on_its_way');
  if (f.earlier.some((state) => state === 'sent' || state === 'accepted')) {
    return refused('asked_already');
  }
  if (f.earlier.length >= INVITATIONS_MAX) return refused('too_many_invitations');
  if (f.isOwnAddress) return refused('own_address', { field: 'email' });
  return ok(linkEnd(f.postBy, f.now));
}

/** May whoever comes with this link take the bond on? */
export function mayTakeOn(
  f: BondToPay & {
    readonly state: PayerInvitationState;
    readonly expiresAt: Instant;
    /** A payment is open, on its way or here. */
    readonly isPaying: boolean;
    readonly isAskedAddress: boolean;
  },
): Result<true, NotTaken> {
  if (f.state === 'expired') return refused('expired_link');
  if (f.state !== 'sent') return refused('used_link');
  if (!isBefore(f.now, f.expiresAt)) return refused('expired_link');
  if (!f.isAskedAddress) return refused('other_address');
  const may = mayBePaid(f);
  if (!may.ok) return may;
  // What an earlier payer has open could still be paid.
  return f.isPaying ? refused('money_on_its_way') : ok(true);
}

/** May the payer be changed back to the applicant? */
export function mayEndPayer(f: {
  readonly bondState: BondState;
  readonly state: PayerInvitationState;
  readonly isPaying: boolean;
}): Result<true, NotChanged> {
  if (f.isPaying) return refused('money_on_its_way');
  return f.state === 'accepted' && f.bondState === 'required' ? ok(true) : refused('wrong_state');
}

function mayBePaid(f: BondToPay): Result<true, 'wrong_state' | 'too_late'> {
  if (!isToPost(f.bondState)) return refused('wrong_state', { state: f.bondState });
  return isBefore(f.postBy, f.now) ? refused('too_late') : ok(true);
}

/** A page that nobody has paid on is none: it is closed when somebody else is asked. */
const isOnItsWay = (state: PaymentState): boolean =>
  (isUnsettled(state) || isBooked(state)) && state !== 'created' && state !== 'awaiting_payer';

function linkEnd(postBy: Instant, now: Instant): Instant {
  const longest = now.add({ hours: LINK_DAYS * DAY_HOURS });
  return isBefore(postBy, longest) ? postBy : longest;
}
