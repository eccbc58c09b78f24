import {
  addDays,
  addMoney,
  compareMoney,
  isoDay,
  ok,
  refused,
  subtractMoney,
  Temporal,
  type Money,
  type PlainDate,
  type Result,
} from '#kernel';

/** What the bank booked on the operator's account. No name and no account of anybody else is kept. */
export interface StatementEntry {
  /** Below zero for what left the account. */
  readonly amount: Money;
  readonly bookedOn: PlainDate;
  /** The bank's own number for it. */
  readonly bankReference: string | null;
  /** What the entry says of ours: a payment, a file of payments, an object of the processor. */
  readonly disbursementId: string | null;
  readonly paymentFileId: string | null;
  readonly processorObject: string | null;
}

/** What the bank says of one account over some days. */
export interface ReadStatement {
  /** An IBAN or a number, as machines write it. */
  readonly account: string;
  readonly currency: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Money;
  readonly closing: Money;
  readonly entries: readonly StatementEntry[];
}

/** An entry under the name by which it counts once on its account. */
export interface NamedEntry extends StatementEntry {
  readonly key: string;
}

/** What is kept of the account so far; `since` has the keys and amounts kept from a new one's first day on. */
export interface KeptSoFar {
  readonly to: PlainDate;
  readonly closing: Money;
  readonly since: readonly { readonly key: string; readonly amount: Money }[];
}

/** Its own contradictions. */
export type StatementFault =
  'wrong_order' | 'in_the_future' | 'entry_outside' | 'sum_differs' | 'other_currency';

/** Why it cannot follow what is kept. */
export type StatementGap = 'days_missing' | 'does_not_continue' | 'says_otherwise' | 'older';

/** A day more than ours: east of here it is tomorrow already. */
const DAYS_AHEAD = 1;

export const isEarlier = (a: PlainDate, b: PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;

/** Null where the statement agrees with itself: days, currency, and opening and entries make the closing. */
export function faultOf(s: ReadStatement, today: PlainDate): StatementFault | null {
  if (isEarlier(s.to, s.from)) return 'wrong_order';
  if (isEarlier(addDays(today, DAYS_AHEAD), s.to)) return 'in_the_future';
  const amounts = [s.opening, s.closing, ...s.entries.map((e) => e.amount)];
  if (amounts.some(({ currency }) => currency !== s.currency)) return 'other_currency';
  const isOutside = (day: PlainDate) => isEarlier(day, s.from) || isEarlier(s.to, day);
  if (s.entries.some((e) => isOutside(e.bookedOn))) return 'entry_outside';
  const sum = s.entries.reduce((all, e) => addMoney(all, e.amount), s.opening);
  return compareMoney(sum, s.closing) === 0 ? null : 'sum_differs';
}

const baseOf = (e: StatementEntry) =>
  `${isoDay(e.bookedOn)} ${e.amount.minor} ${e.bankReference ?? e.disbursementId ?? '-'}`;

/**
 * Named by day, amount and the bank's own number, and counted where that is not enough: the same entry
 * has the same name in every statement that shows its whole day. `kept` are names that are taken.
 */
export function namesOf(
  entries: readonly StatementEntry[],
  kept: ReadonlySet<string> = new Set(),
): NamedEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const base = baseOf(entry);
    let nr = counts.get(base) ?? 0;
    do nr += 1;
    while (kept.has(`${base} ${nr}`));
    counts.set(base, nr);
    return { ...entry, key: `${base} ${nr}` };
  });
}

/**
 * What a statement adds to what is kept. It goes on where the last one ended, or says again what is kept
 * of the days that both have. A hole is never left: nobody could say later what lay in it.
 */
export function addedBy(
  s: ReadStatement,
  kept: KeptSoFar | null,
): Result<readonly NamedEntry[], StatementGap> {
  const named = namesOf(s.entries);
  if (!kept) return ok(named);
  if (isEarlier(s.to, kept.to)) return refused('older');
  const taken = new Set(kept.since.map(({ key }) => key));
  const names = new Set(named.map(({ key }) => key));
  const before = kept.since.reduce((left, e) => subtractMoney(left, e.amount), kept.closing);
  const isAllThere = kept.since.every(({ key }) => names.has(key));
  const opensAt = (balance: Money) => compareMoney(s.opening, balance) === 0;
  if (isAllThere && opensAt(before)) return ok(named.filter(({ key }) => !taken.has(key)));
  const isLater = !isEarlier(s.from, kept.to);
  if (isLater && opensAt(kept.closing)) return ok(namesOf(s.entries, taken));
  if (isEarlier(addDays(kept.to, 1), s.from)) {
    const [from, to] = [isoDay(addDays(kept.to, 1)), isoDay(addDays(s.from, -1))];
    return refused('days_missing', { from, to });
  }
  if (opensAt(before)) return refused('says_otherwise');
  const expected = isAllThere ? before : kept.closing;
  const detail = { opening: `${s.opening.minor}`, expected: `${expected.minor}` };
  return refused('does_not_continue', detail);
}

/** As machines write an account: no spaces, capitals. */
export const compactAccount = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/** The statement is of this account: its IBAN, or its number with or without what names the bank. */
export function isOfAccount(account: string, own: string): boolean {
  const said = compactAccount(account);
  const [bank, number] = compactAccount(own).split('/');
  if (number === undefined) return said === bank;
  return said === number || said === `${bank}/${number}` || said === `${bank}${number}`;
}

/** What a text of the bank names of ours. The text itself is not kept. */
export function processorObjectIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = /\b((?:po|tu)_[A-Za-z0-9]{1,60})\b/.exec(text);
    if (found) return found[1]!;
  }
  return null;
}
