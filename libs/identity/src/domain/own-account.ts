import { isBefore, type Instant } from '#kernel';

/** How long the owner of an address that was changed can take the change back. */
export const UNDO_DAYS = 7;
/** After a change of password or address, money goes nowhere new for so long. */
export const NEW_PAYOUT_WAIT_HOURS = 48;

/**
 * Until when money may go nowhere but where it came from; null when nothing holds it. The wall
 * clock's moment of the last change: whoever took an account over must not be faster than the
 * notice to its owner.
 */
export function newPayoutWaitsUntil(changedAt: Instant | null, now: Instant): Instant | null {
  const until = changedAt?.add({ hours: NEW_PAYOUT_WAIT_HOURS });
  return until && isBefore(now, until) ? until : null;
}
