import { addDays, addMoney, isZero, subtractMoney, type Money, type PlainDate } from '#kernel';
import { isEarlier } from './bank-statement.ts';
import type { Comparison, DifferenceSubject } from './difference.ts';

const hex = (id: string) => id.replaceAll('-', '');
/** By what the books and a difference name an entry of the bank. */
export const bankObjectOf = (entryId: string): string => `bank_${hex(entryId)}`;

/** What nothing on the other side has come for. */
export interface OpenAtBank {
  readonly id: string;
  readonly side: 'bank' | 'books';
  /** The row of the books. */
  readonly ownerId: string | null;
  readonly seq: number | null;
  /** Of the chart; null for the bank's. */
  readonly code: string | null;
  readonly disbursementId: string | null;
  readonly paymentFileId: string | null;
  readonly processorObject: string | null;
}

const SUBJECTS: Readonly<Record<string, DifferenceSubject>> = {
  ...{ payout: 'payout', payout_returned: 'payout', topped_up: 'top_up' },
  ...{ refund: 'bank_transfer', bounced: 'bank_transfer', overpaid: 'bank_transfer' },
};

/**
 * As what it is told. Only an entry that names nothing of ours may be the operator's own; one that does
 * is settled by the news of what it names.
 */
export function bankDifferenceOf(open: OpenAtBank): Comparison & { readonly objectId: string } {
  if (open.side === 'books') {
    const objectId = `book_${hex(open.ownerId!)}_${open.seq!}`;
    return { objectId, kind: 'not_at_bank', subject: SUBJECTS[open.code ?? ''] ?? 'other' };
  }
  const subject =
    open.disbursementId || open.paymentFileId
      ? 'bank_transfer'
      : open.processorObject
        ? subjectOfObject(open.processorObject)
        : 'bank_entry';
  return { objectId: bankObjectOf(open.id), kind: 'bank_only', subject };
}

const subjectOfObject = (object: string): DifferenceSubject =>
  object.startsWith('tu_') ? 'top_up' : 'payout';

/** A statement that ended longer ago says nothing of today: a week and a long weekend. */
const TOLD_WITHIN_DAYS = 10;

/** `old`: the last statement ended too long ago. The others as at the processor. */
export type BankStanding = 'agrees' | 'differs' | 'unexplained' | 'old' | 'none';

/** One currency's money at the operator's bank, counted in two ways. */
export interface BankReconciliation {
  /** The books' account of the bank, as a pass over them added it up. */
  readonly booked: Money;
  /** The closing balance of the last statement; null while there is none. */
  readonly told: Money | null;
  /** What lay there before the first statement, less what the books had there by then. */
  readonly before: Money;
  /** By how much the bank has more for what one side has and the other will have in its time. */
  readonly underWay: Money;
  /** By how much the lines of the queue say that the bank has more. */
  readonly differences: Money;
  readonly lines: number;
  /** The last day of the last statement. */
  readonly coveredTo: PlainDate | null;
}

/** What the bank should have by the books and all that is known to differ from them. */
export const bankExpectedOf = (b: BankReconciliation): Money =>
  addMoney(addMoney(b.booked, b.before), addMoney(b.underWay, b.differences));

export const bankUnexplainedOf = (b: BankReconciliation): Money | null =>
  b.told && subtractMoney(b.told, bankExpectedOf(b));

export function bankStandsAs(b: BankReconciliation, today: PlainDate): BankStanding {
  const unexplained = bankUnexplainedOf(b);
  if (!unexplained || !b.coveredTo) return 'none';
  if (isEarlier(addDays(b.coveredTo, TOLD_WITHIN_DAYS), today)) return 'old';
  if (!isZero(unexplained)) return 'unexplained';
  return b.lines === 0 ? 'agrees' : 'differs';
}
