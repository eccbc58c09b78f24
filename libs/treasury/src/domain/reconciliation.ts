import { addMoney, isBefore, isZero, subtractMoney, type Instant, type Money } from '#kernel';

/** What was read longer ago says nothing any more; it is read once an hour. */
const READ_WITHIN = { hours: 3 };

/**
 * `differs`: each difference is a line of the queue. `unexplained`: the sums differ by more than these
 * lines do, as for a while where they were added up at different moments.
 */
export type ReconciliationStanding = 'agrees' | 'differs' | 'unexplained' | 'not_known';

/** One currency's money at the processor, counted in three ways. */
export interface Reconciliation {
  /** The books' account of the processor, as a pass over them added it up. */
  readonly booked: Money;
  /** The part of it that lies there in payers' own names, and so not in our balance; of the same pass. */
  readonly payersCash: Money;
  /** All that the processor lists, added up. */
  readonly moved: Money;
  /** The balance that the processor tells; null when it never has. */
  readonly told: Money | null;
  /** Refunds that the processor has taken from the balance and that have not succeeded yet. */
  readonly underWay: Money;
  /** By how much the lines of the queue say that more moved than was booked. */
  readonly differences: Money;
  readonly lines: number;
}

/** When each was read or added up; null when it never was. Wall clock. */
export interface ReadAt {
  readonly books: Instant | null;
  readonly list: Instant | null;
  readonly balance: Instant | null;
}

/** What the processor should have by the books and all that is known to differ from them. */
export const expectedOf = (r: Reconciliation): Money =>
  addMoney(subtractMoney(r.booked, r.payersCash), addMoney(r.underWay, r.differences));

/** What no line explains. */
export const unexplainedOf = (r: Reconciliation): Money => subtractMoney(r.moved, expectedOf(r));

export function standsAs(r: Reconciliation, at: ReadAt, now: Instant): ReconciliationStanding {
  const isOld = (read: Instant | null) => !read || isBefore(read, now.subtract(READ_WITHIN));
  if (!r.told || [at.books, at.list, at.balance].some(isOld)) return 'not_known';
  if (!isZero(unexplainedOf(r)) || !isZero(subtractMoney(r.told, r.moved))) return 'unexplained';
  return r.lines === 0 ? 'agrees' : 'differs';
}
