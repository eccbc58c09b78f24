import { addMoney, money, subtractMoney, type Money } from '#kernel';
import type { LedgerAccount } from './chart.ts';

/** What one account holds: positive is owned or receivable, negative is owed. */
export interface Balance {
  readonly account: LedgerAccount;
  readonly balance: Money;
}

/** What the guarded accounts of one kind hold together. */
export interface Owed {
  readonly kind: 'bond' | 'suspense';
  readonly held: Money;
}

type Side = 'there' | 'gone' | 'owed';

/**
 * On which side of the books an account is read: money that is there, money that is gone or not there
 * yet though it is owed, and whose it is.
 */
const SIDES: Readonly<Record<LedgerAccount, Side>> = {
  'processor:clearing': 'there',
  'bank:escrow': 'there',
  'processor:fees': 'gone',
  'disputes:receivable': 'gone',
  'operator:losses': 'gone',
  bond: 'owed',
  suspense: 'owed',
  'state:forfeited': 'owed',
  'state:remitted': 'owed',
  'operator:funding': 'owed',
};

export interface BooksLine {
  readonly account: LedgerAccount;
  readonly amount: Money;
}

/** One currency: what is owed less what is there is exactly what is gone. */
export interface BooksSides {
  readonly currency: string;
  readonly there: readonly BooksLine[];
  readonly owed: readonly BooksLine[];
  readonly gone: readonly BooksLine[];
  readonly totalThere: Money;
  readonly totalOwed: Money;
  /** Owed and not there; negative where more is there than is owed. */
  readonly difference: Money;
}

export const negate = (m: Money): Money => subtractMoney(money(0n, m.currency), m);

/** A balance is debit minus credit; here each side reads as a positive amount of its own. */
export function sidesOf(balances: readonly Balance[]): BooksSides[] {
  const currencies = [...new Set(balances.map((b) => b.balance.currency))].sort();
  return currencies.map((currency) => {
    const lines = (side: Side): BooksLine[] =>
      balances
        .filter((b) => b.balance.currency === currency && SIDES[b.account] === side)
        .map(({ account, balance }) => ({
          account,
          amount: side === 'owed' ? negate(balance) : balance,
        }));
    const total = (list: readonly BooksLine[]) =>
      list.reduce((sum, l) => addMoney(sum, l.amount), money(0n, currency));
    const [there, owed, gone] = [lines('there'), lines('owed'), lines('gone')];
    const [totalThere, totalOwed] = [total(there), total(owed)];
    const difference = subtractMoney(totalOwed, totalThere);
    return { currency, there, owed, gone, totalThere, totalOwed, difference };
  });
}
