import { isZero, money, subtractMoney, type Money } from '#kernel';
import { negate, type Balance, type Owed } from './sides.ts';

export interface Compared {
  readonly kind: Owed['kind'];
  readonly byTransfers: Money;
  readonly byAccounts: Money;
  readonly difference: Money;
  readonly agrees: boolean;
}

/**
 * What is owed, by two ways and positive in both: a balance is debit minus credit, and what is owed
 * is credit. A sum that only one of them knows is compared with nothing.
 */
export function compare(balances: readonly Balance[], owed: readonly Owed[]): Compared[] {
  const named = (o: { kind: string; money: Money }) => `${o.money.currency} ${o.kind}`;
  const transfers = balances
    .filter((b) => b.account === 'bond' || b.account === 'suspense')
    .map((b) => ({ kind: b.account as Owed['kind'], money: negate(b.balance) }));
  const accounts = owed.map((o) => ({ kind: o.kind, money: o.held }));
  const keys = [...new Set([...transfers, ...accounts].map(named))].sort();
  return keys.map((key) => {
    const [currency = '', kind] = key.split(' ') as [string, Owed['kind']];
    const none = money(0n, currency);
    const byTransfers = transfers.find((o) => named(o) === key)?.money ?? none;
    const byAccounts = accounts.find((o) => named(o) === key)?.money ?? none;
    const difference = subtractMoney(byTransfers, byAccounts);
    return { kind, byTransfers, byAccounts, difference, agrees: isZero(difference) };
  });
}
