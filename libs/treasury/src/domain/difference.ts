import { compareMoney, isZero, type Money } from '#kernel';

/** What two sides count differently; `other` where we have no word for it. */
export type DifferenceSubject =
  | 'payment'
  | 'refund'
  | 'dispute'
  | 'payout'
  | 'top_up'
  | 'processor_fee'
  | 'bank_transfer'
  | 'bank_entry'
  | 'other';

/**
 * `not_booked`: it moved at the processor and the books have nothing of it. `fee_not_booked`: all but
 * its fee is booked. `not_moved`: the books have it and the processor lists nothing. `other_amount`:
 * both have it. `bank_only`: the bank's statement shows it and the books have nothing of it; `not_at_bank`:
 * the other way round.
 */
export type DifferenceKind =
  'not_booked' | 'fee_not_booked' | 'not_moved' | 'other_amount' | BankDifferenceKind;
export type BankDifferenceKind = 'bank_only' | 'not_at_bank';

/** Found by a statement of the bank, and not by the processor's list. */
export const isOfBank = (kind: DifferenceKind): kind is BankDifferenceKind =>
  kind === 'bank_only' || kind === 'not_at_bank';

/** What one side counts of an object in one currency: below zero for what left, fees above zero. */
export interface MoneySide {
  readonly amount: Money;
  readonly fee: Money;
}

/** One object of the processor in one currency, as both sides have it. */
export interface ObjectSides {
  readonly objectId: string;
  /** Null where the processor lists nothing. */
  readonly moved: MoneySide | null;
  /** Null where the books have nothing. */
  readonly booked: MoneySide | null;
  /** The processor's own word for the first movement; null where there is none. */
  readonly category: string | null;
  /**
   * A refund that is under way: the processor takes it from our balance when it is made, and the books
   * when it has succeeded.
   */
  readonly isUnderWay: boolean;
  /** Money in a payer's own name, which is not in our balance there. */
  readonly isPayersCash: boolean;
}

export interface Comparison {
  readonly subject: DifferenceSubject;
  readonly kind: DifferenceKind;
}

/** Null where both sides agree, or will without anybody. */
export function compareSides(sides: ObjectSides): Comparison | null {
  const { moved, booked, isUnderWay, isPayersCash } = sides;
  if (isPayersCash || (isUnderWay && (!booked || isNothing(booked)))) return null;
  const kind = kindOf(moved, booked);
  return kind && { kind, subject: subjectOf(sides) };
}

function kindOf(moved: MoneySide | null, booked: MoneySide | null): DifferenceKind | null {
  const some = [moved, booked].filter((side) => side !== null);
  if (some.every(isNothing)) return null;
  if (!moved) return 'not_moved';
  if (!booked || isNothing(booked)) return 'not_booked';
  if (compareMoney(moved.amount, booked.amount) !== 0) return 'other_amount';
  if (compareMoney(moved.fee, booked.fee) === 0) return null;
  return isZero(booked.fee) ? 'fee_not_booked' : 'other_amount';
}

/** What came and went again is as if it had not been. */
const isNothing = ({ amount, fee }: MoneySide): boolean => isZero(amount) && isZero(fee);

const BY_PREFIX: Readonly<Record<string, DifferenceSubject>> = {
  ...{ pi: 'payment', re: 'refund', pyr: 'refund', du: 'dispute', dp: 'dispute' },
  ...{ po: 'payout', tu: 'top_up' },
};
/** Stripe's reporting categories of what it charges an account for by itself. */
const FEES: ReadonlySet<string> = new Set(['fee', 'network_cost', 'tax']);

function subjectOf({ objectId, category }: ObjectSides): DifferenceSubject {
  const known = BY_PREFIX[objectId.split('_')[0]!];
  return known ?? (category !== null && FEES.has(category) ? 'processor_fee' : 'other');
}

/** What one press does: ask the processor again, or propose that it is booked; null for neither. */
export type Remedy = 'ask' | 'book';

const ASKED: ReadonlySet<DifferenceSubject> = new Set(['payment', 'refund', 'dispute']);

export function remedyOf(d: Comparison & { readonly objectId: string }): Remedy | null {
  if (isOfBank(d.kind)) return d.subject === 'bank_entry' ? 'book' : null;
  if (ASKED.has(d.subject)) return 'ask';
  // A charge without a payment is a payer's money, and no cost of the operator's.
  const isCharge = /^(ch|py)_/.test(d.objectId);
  return d.kind === 'not_moved' || isCharge ? null : 'book';
}
