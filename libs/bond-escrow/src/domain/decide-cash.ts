import { money, type Money } from '#kernel';
import type { NotForBond } from './decide-payment.ts';
import { isBooked, isUnsettled, type PaymentState } from './payment.lifecycle.ts';

export interface CashFacts {
  readonly paymentState: PaymentState;
  /** All that ever came to the account of this transfer and that its payment did not take. */
  readonly left: Money;
  /** What of it is booked and was not taken back since, in the same currency. */
  readonly bookedMinor: bigint;
}

export type CashDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'book'; readonly amount: Money; readonly why: NotForBond }
  /** Less than was booked: its bank took so much of a transfer back. */
  | { readonly kind: 'taken_back'; readonly amount: Money };

/**
 * What money means that a transfer left over. While its payment is open the payment may take it yet,
 * and it is looked at again when the payment is settled; then it is too much, or too late (R6).
 */
export function decideCash({ paymentState, left, bookedMinor }: CashFacts): CashDecision {
  if (left.minor < bookedMinor) {
    return { kind: 'taken_back', amount: money(bookedMinor - left.minor, left.currency) };
  }
  if (left.minor === bookedMinor || isUnsettled(paymentState)) return { kind: 'nothing' };
  const amount = money(left.minor - bookedMinor, left.currency);
  return { kind: 'book', amount, why: isBooked(paymentState) ? 'more_than_asked' : 'not_used' };
}
