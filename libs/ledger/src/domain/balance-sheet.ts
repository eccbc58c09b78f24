import { addMoney, money, subtractMoney, type Money } from '#kernel';
import type { LedgerAccount } from './chart.ts';
import { negate, type Balance, type BooksLine } from './sides.ts';

type Part = 'assets' | 'owed' | 'own';

/** Where an account stands in a balance sheet: what there is, whose it is, what is the operator's own. */
const PARTS: Readonly<Record<LedgerAccount, Part>> = {
  'processor:clearing': 'assets',
  'bank:escrow': 'assets',
  'disputes:receivable': 'assets',
  bond: 'owed',
  suspense: 'owed',
  'state:forfeited': 'owed',
  'state:remitted': 'owed',
  'operator:funding': 'own',
  'processor:fees': 'own',
  'operator:losses': 'own',
};
const ACCOUNTS = Object.keys(PARTS) as LedgerAccount[];

/** One currency, every account of the chart. What the operator lost stands below zero in its own. */
export interface BalanceSheet {
  readonly currency: string;
  readonly assets: readonly BooksLine[];
  readonly owed: readonly BooksLine[];
  readonly own: readonly BooksLine[];
  readonly totals: Readonly<Record<Part, Money>>;
  /** Assets less what is owed and the operator's own: zero, or the books are wrong. */
  readonly difference: Money;
}

/** A balance is debit minus credit; here only assets are read that way, all else the other way round. */
export function balanceSheetsOf(balances: readonly Balance[]): BalanceSheet[] {
  const currencies = [...new Set(balances.map((b) => b.balance.currency))].sort();
  return currencies.map((currency) => sheetOf(balances, currency));
}

function sheetOf(balances: readonly Balance[], currency: string): BalanceSheet {
  const none = money(0n, currency);
  const of = (account: LedgerAccount) =>
    balances.find((b) => b.account === account && b.balance.currency === currency)?.balance ?? none;
  const part = (wanted: Part): BooksLine[] =>
    ACCOUNTS.filter((account) => PARTS[account] === wanted).map((account) => ({
      account,
      amount: wanted === 'assets' ? of(account) : negate(of(account)),
    }));
  const sum = (lines: readonly BooksLine[]) => lines.reduce((s, l) => addMoney(s, l.amount), none);
  const [assets, owed, own] = [part('assets'), part('owed'), part('own')];
  const totals = { assets: sum(assets), owed: sum(owed), own: sum(own) };
  const difference = subtractMoney(totals.assets, addMoney(totals.owed, totals.own));
  return { currency, assets, owed, own, totals, difference };
}
