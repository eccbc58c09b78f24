/** What no refund is made of, in Stripe's words. */
import type Stripe from 'stripe';

import { isCardCharge } from '../charges/behaviour.ts';
import { invalid, tooFine } from '../http/errors.ts';
import { formatAmount, stepOf } from '../money/currencies.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';

/** What banks carry can be sent back for so long. */
const BANK_WINDOW_SECONDS = 180 * 24 * 60 * 60;

export function checkUndisputed(world: World, chargeId: string): void {
  const stops = (d: Stripe.Dispute) => idOf(d.charge) === chargeId && !d.is_charge_refundable;
  if (!world.store.all('dispute').some(stops)) return;
  throw invalid(
    `Charge ${chargeId} has been charged back; cannot issue a refund.`,
    undefined,
    'charge_disputed',
  );
}

export function checkRefundable(charge: Stripe.Charge, amount: number | undefined): void {
  const left = charge.amount_captured - charge.amount_refunded;
  if (charge.refunded || left <= 0) {
    throw invalid(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    );
  }
  const step = stepOf(charge.currency);
  if ((amount ?? left) % step !== 0) throw tooFine(charge.currency, step);
  if (amount !== undefined && amount > left) {
    const asked = formatAmount(amount, charge.currency);
    const rest = formatAmount(left, charge.currency);
    throw invalid(
      `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`,
      'amount',
    );
  }
}

/** The words are invented; the limit is documented. */
export function checkAge(world: World, charge: Stripe.Charge): void {
  const isOld = world.clock.now() - charge.created > BANK_WINDOW_SECONDS;
  if (isCardCharge(charge) || !isOld) return;
  throw invalid(
    `Charge ${charge.id} was created more than 180 days ago and can no longer be refunded.`,
    undefined,
    'charge_not_refundable',
  );
}
