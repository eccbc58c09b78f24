import type { Money } from '#kernel';
import type { DisbursementEvent, DisbursementState } from './disbursement.lifecycle.ts';

/** What a bank says of one payment: it takes it, it does not, it has paid it, it came back. */
export const bankWords = ['accepted', 'rejected', 'booked', 'returned'] as const;
export type BankWord = (typeof bankWords)[number];

/** A disbursement by bank, as far as a decision needs it. */
export interface KnownTransfer {
  readonly state: DisbursementState;
  readonly route: 'processor' | 'bank';
  readonly amount: Money;
}

export interface BankFact {
  readonly says: BankWord;
  /** Null where the bank does not repeat it, as it may of a payment that it only takes or refuses. */
  readonly amount: Money | null;
}

/** Why nothing is done; a person looks. */
export type BankRefusal = 'unknown_payment' | 'other_amount' | 'amount_missing' | 'contradicts';

export type BankDecision =
  | {
      readonly kind: 'move';
      readonly event: Extract<DisbursementEvent, `bank_${string}`>;
      readonly ledger: 'none' | 'settle' | 'void' | 'take_back';
    }
  /** It was said before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'refuse'; readonly why: BankRefusal };

const move = (
  event: Extract<DisbursementEvent, `bank_${string}`>,
  ledger: Extract<BankDecision, { kind: 'move' }>['ledger'],
): BankDecision => ({ kind: 'move', event, ledger });
const refuse = (why: BankRefusal): BankDecision => ({ kind: 'refuse', why });
const KNOWN: BankDecision = { kind: 'known' };

/**
 * What a bank's word means for the disbursement that it names. Null: none of ours has that name. Money
 * that is said to have moved is named to the last unit. The row must be locked and up to date.
 */
export function decideBankFact(row: KnownTransfer | null, fact: BankFact): BankDecision {
  if (row?.route !== 'bank') return refuse('unknown_payment');
  if (!fact.amount && (fact.says === 'booked' || fact.says === 'returned')) {
    return refuse('amount_missing');
  }
  if (fact.amount && !isSame(fact.amount, row.amount)) return refuse('other_amount');
  return AFTER[fact.says](row.state);
}

const isSame = (a: Money, b: Money) => a.currency === b.currency && a.minor === b.minor;
const isWithBank = (state: DisbursementState) => state === 'sending' || state === 'pending';

const AFTER: Readonly<Record<BankWord, (state: DisbursementState) => BankDecision>> = {
  accepted: (state) => {
    if (state === 'sending') return move('bank_accepted', 'none');
    return state === 'pending' || state === 'succeeded' ? KNOWN : refuse('contradicts');
  },
  rejected: (state) => {
    if (isWithBank(state)) return move('bank_rejected', 'void');
    return state === 'failed' ? KNOWN : refuse('contradicts');
  },
  booked: (state) => {
    if (isWithBank(state)) return move('bank_booked', 'settle');
    return state === 'succeeded' || state === 'failed_after_success'
      ? KNOWN
      : refuse('contradicts');
  },
  // Back before we heard that it had left: then it is as if it had not.
  returned: (state) => {
    if (state === 'succeeded') return move('bank_returned', 'take_back');
    if (isWithBank(state)) return move('bank_rejected', 'void');
    return state === 'failed' || state === 'failed_after_success' ? KNOWN : refuse('contradicts');
  },
};
