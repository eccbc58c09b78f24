import { addDays, isoDay, type PlainDate } from '#kernel';
import { isEarlier } from './bank-statement.ts';

/** An entry of the bank to which nothing in the books belongs yet; amounts in one currency. */
export interface OpenEntry {
  readonly id: string;
  /** Below zero for what left the account. */
  readonly amountMinor: bigint;
  readonly day: PlainDate;
  readonly disbursementId: string | null;
  readonly paymentFileId: string | null;
  readonly processorObject: string | null;
}

/** A row of the books on the operator's account at the bank that no entry shows yet. */
export interface OpenTransfer {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly day: PlainDate;
  readonly disbursementId: string | null;
  readonly paymentFileId: string | null;
  readonly processorObject: string | null;
}

export interface BankMatch {
  readonly entryId: string;
  /** More than one where the bank books a whole file of payments at once. */
  readonly transferIds: readonly string[];
  readonly by: 'name' | 'file' | 'amount';
}

/**
 * Money between processor and bank is under way for some days, over a weekend and a holiday longer; the
 * books may have it a day after the bank, where a clock is east of ours.
 */
export const ARRIVES_WITHIN_DAYS = 7;
const BOOKED_BEFORE_DAYS = 1;

/**
 * Which rows of the books an entry of the bank shows: by what it names, always in its own amount. Only
 * what goes between processor and bank is found by amount and day alone; a payment to somebody has a
 * name, and without it could be another's.
 */
export function matchEntries(
  entries: readonly OpenEntry[],
  transfers: readonly OpenTransfer[],
): BankMatch[] {
  const free = new Map(transfers.map((t) => [t.id, t]));
  const matches: BankMatch[] = [];
  const left = inOrder(entries).filter((entry) => {
    const found = byName(entry, free) ?? byFile(entry, free);
    if (found) take(found, free, matches);
    return !found;
  });
  for (const entry of left) {
    const found = byAmount(entry, free);
    if (found) take(found, free, matches);
  }
  return matches;
}

type Free = Map<string, OpenTransfer>;

function take(match: BankMatch, free: Free, matches: BankMatch[]): void {
  for (const id of match.transferIds) free.delete(id);
  matches.push(match);
}

function byName(entry: OpenEntry, free: Free): BankMatch | null {
  const { disbursementId, processorObject } = entry;
  if (!disbursementId && !processorObject) return null;
  const isSame = (t: OpenTransfer) =>
    t.amountMinor === entry.amountMinor &&
    (disbursementId ? t.disbursementId === disbursementId : t.processorObject === processorObject);
  return matchOf(entry, inOrder([...free.values()].filter(isSame)).slice(0, 1), 'name');
}

/** A file of payments that the bank books as one sum: all of it that the books have as paid. */
function byFile(entry: OpenEntry, free: Free): BankMatch | null {
  if (!entry.paymentFileId || entry.disbursementId) return null;
  const paid = [...free.values()].filter(
    (t) => t.paymentFileId === entry.paymentFileId && t.amountMinor < 0n,
  );
  const sum = paid.reduce((all, t) => all + t.amountMinor, 0n);
  return sum === entry.amountMinor ? matchOf(entry, paid, 'file') : null;
}

function byAmount(entry: OpenEntry, free: Free): BankMatch | null {
  if (entry.disbursementId || entry.paymentFileId || entry.processorObject) return null;
  const isNear = (t: OpenTransfer) =>
    t.amountMinor === entry.amountMinor &&
    !t.disbursementId &&
    !isEarlier(entry.day, addDays(t.day, -BOOKED_BEFORE_DAYS)) &&
    !isEarlier(addDays(t.day, ARRIVES_WITHIN_DAYS), entry.day);
  return matchOf(entry, inOrder([...free.values()].filter(isNear)).slice(0, 1), 'amount');
}

const matchOf = (
  entry: OpenEntry,
  found: readonly OpenTransfer[],
  by: BankMatch['by'],
): BankMatch | null =>
  found.length === 0 ? null : { entryId: entry.id, transferIds: found.map((t) => t.id), by };

/** The earliest first: of two alike the one that has waited longer. */
const inOrder = <T extends { readonly day: PlainDate; readonly id: string }>(
  list: readonly T[],
): T[] =>
  list.toSorted((a, b) => isoDay(a.day).localeCompare(isoDay(b.day)) || a.id.localeCompare(b.id));

/**
 * An entry may come before our half of it by a day: payouts are listed every hour, but the bank's answer
 * to our payments is brought by a person, in working hours.
 */
const ENTRY_WAITS_DAYS = 1;

/** What no other half has come for in its time is a difference. `coveredTo`: the last day of a statement. */
export function isOverdue(
  open: { readonly side: 'bank' | 'books'; readonly day: PlainDate },
  at: {
    readonly keptOn: PlainDate | null;
    readonly coveredTo: PlainDate;
    readonly today: PlainDate;
  },
): boolean {
  return open.side === 'bank'
    ? isEarlier(addDays(at.keptOn ?? open.day, ENTRY_WAITS_DAYS), at.today)
    : !isEarlier(at.coveredTo, addDays(open.day, ARRIVES_WITHIN_DAYS));
}
