/** What no intent is made or moved with, in Stripe's words. */
import type Stripe from 'stripe';

import { ApiError, invalid, tooFine } from '../http/errors.ts';
import { formatAmount, MAXIMUM, minimumOf, stepOf } from '../money/currencies.ts';
import { typesThatFit } from '../payment-methods/types.ts';
import type { World } from '../world.ts';
import { isAwaited } from './bank-transfer.ts';

type Intent = Stripe.PaymentIntent;
type Create = Stripe.PaymentIntentCreateParams;

export function typesOf(params: Create, currency: string) {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  if (allowed && (excluded ?? params.automatic_payment_methods)) {
    throw invalid(
      'allowed_payment_method_types cannot be used with excluded_payment_method_types or ' +
        'automatic_payment_methods.',
      'allowed_payment_method_types',
      'parameters_exclusive',
    );
  }
  const types = typesThatFit({
    ...{ currency, hasCustomer: Boolean(params.customer), allowed, excluded },
  });
  if (types.length) return { types, allowed, excluded };
  throw invalid(
    'None of the allowed payment method types can be used for this payment.',
    'allowed_payment_method_types',
  );
}

export function checkAmount(amount: number, currency: string): void {
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid(
      'This value must be greater than or equal to 1.',
      'amount',
      'parameter_invalid_integer',
    );
  }
  const step = stepOf(currency);
  if (amount % step !== 0) throw tooFine(currency, step);
  const least = minimumOf(currency);
  if (amount >= least && amount <= MAXIMUM) return;
  const [limit, words, code] =
    amount < least
      ? [least, 'at least', 'amount_too_small']
      : [MAXIMUM, 'no more than', 'amount_too_large'];
  throw invalid(
    `Amount must be ${words} ${formatAmount(limit, currency)} ${currency}`,
    'amount',
    code,
  );
}

/** A card that is declined leaves the attempt behind: it is an answer, not an undoing. */
export function declined(intent: Intent, error: Stripe.PaymentIntent.LastPaymentError): ApiError {
  const { charge, code, decline_code, payment_method, message = '' } = error;
  return new ApiError(402, {
    ...(charge ? { charge } : {}),
    ...(code ? { code } : {}),
    ...(decline_code ? { decline_code } : {}),
    message,
    payment_intent: intent,
    ...(payment_method ? { payment_method } : {}),
    type: 'card_error',
  });
}

export function cannotConfirm({ status }: Intent): ApiError {
  const why =
    status === 'succeeded'
      ? 'it has already succeeded after being previously confirmed'
      : `it has a status of ${status}`;
  const words = `You cannot confirm this PaymentIntent because ${why}.`;
  return invalid(words, undefined, 'payment_intent_unexpected_state');
}

/**
 * Invented: once its payer has chosen a transfer, the session is complete and cannot expire, so that the
 * intent itself may be cancelled. Stripe's pages speak of open sessions only.
 */
export function checkCancel(world: World, intent: Intent): void {
  if (!isAwaited(intent)) checkDirect(world, intent);
}

/** Of a Checkout Session only its page and its expiry move the intent. */
export function checkDirect({ store }: World, { id }: Intent): void {
  const session = store.get('emulator.intent', id)?.session;
  if (!session) return;
  throw invalid(
    `This PaymentIntent belongs to the Checkout Session ${session} and cannot be confirmed or ` +
      'cancelled by itself; expire the session.',
    undefined,
    'payment_intent_unexpected_state',
  );
}
