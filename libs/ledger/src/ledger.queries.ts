import { instantFromDate, money, toDate, type Currency, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LedgerAccount } from './domain/chart.ts';
import type { Balance, Owed } from './domain/sides.ts';

/** refunded + forfeited + chargedBack + held = paid + borne, always. */
export interface BondFigures {
  readonly paid: Money;
  readonly held: Money;
  /** The part of `held` that is promised to a way out. */
  readonly reserved: Money;
  readonly refunded: Money;
  readonly forfeited: Money;
  readonly chargedBack: Money;
  /** What the operator lost on it. */
  readonly borne: Money;
}

export interface StatementLine {
  readonly seq: number;
  readonly phase: 'post' | 'reserve' | 'settle' | 'void';
  readonly code: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Money;
  readonly cause: string;
  /** The line that this one settles, voids, undoes or passes on. */
  readonly follows: number | null;
  readonly happenedAt: Instant;
  readonly learnedAt: Instant;
  /** Balances of the owner's account after this line. */
  readonly held: Money;
  readonly reserved: Money;
}

interface StatementRow {
  seq: number;
  phase: StatementLine['phase'];
  code: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amount: string;
  currency: Currency;
  cause: string;
  follows: number | null;
  happened_at: Date;
  learned_at: Date;
  held: string;
  reserved: string;
}

type Figure = 'paid' | 'held' | 'reserved' | 'refunded' | 'forfeited' | 'charged_back' | 'borne';
type FiguresRow = Record<Figure, string> & { owner_id: string; currency: Currency };

/** The books as screens show them. For officer, worker and auditor: portal and api may read nothing here. */
@Injectable()
export class LedgerQueries {
  /** As a pass over the books added them up, named by its beginning. */
  async balances(tx: Tx, asOf: string): Promise<Balance[]> {
    const rows = await tx.query<{ account: LedgerAccount; currency: Currency; balance: string }>(
      `select account, currency, by_transfers as balance from trial_balance
       where as_of = $1 and by_transfers is not null order by currency, account`,
      [asOf],
    );
    return rows.map((r) => ({
      account: r.account,
      balance: money(BigInt(r.balance), r.currency),
    }));
  }

  /** What is owed, by the guarded accounts: the second way to the sum of the transfers. */
  async owed(tx: Tx, asOf: string): Promise<Owed[]> {
    const rows = await tx.query<{ kind: Owed['kind']; currency: Currency; held: string }>(
      `select account as kind, currency, by_accounts as held from trial_balance
       where as_of = $1 and by_accounts is not null order by currency, account`,
      [asOf],
    );
    return rows.map((r) => ({ kind: r.kind, held: money(BigInt(r.held), r.currency) }));
  }

  /** Null while no money has reached the bond. */
  async bond(tx: Tx, bondId: string): Promise<BondFigures | null> {
    return (await this.bonds(tx, [bondId])).get(bondId) ?? null;
  }

  /** Those that any money has reached, by id. */
  async bonds(tx: Tx, bondIds: readonly string[]): Promise<ReadonlyMap<string, BondFigures>> {
    if (bondIds.length === 0) return new Map();
    const rows = await tx.query<FiguresRow>('select * from ledger.bond where owner_id = any($1)', [
      bondIds,
    ]);
    return new Map(rows.map((row) => [row.owner_id, figuresOf(row)]));
  }

  /**
   * Every line of one owner, a bond or a received payment, oldest first; those that were learned before
   * a moment where one is given.
   */
  async statement(tx: Tx, ownerId: string, before?: Instant): Promise<StatementLine[]> {
    const rows = await tx.query<StatementRow>(
      `select seq, phase, code, debit, credit, amount, currency, cause, follows,
         happened_at, learned_at,
         sum(case when phase not in ('post', 'settle') then 0
                  when credit in ('bond', 'suspense') then amount
                  when debit in ('bond', 'suspense') then -amount else 0 end)
           over running as held,
         sum(case phase when 'reserve' then amount when 'post' then 0 else -amount end)
           over running as reserved
       from ledger.transfer where owner_id = $1 and ($2::timestamptz is null or learned_at < $2)
       window running as (order by seq) order by seq`,
      [ownerId, before ? toDate(before) : null],
    );
    return rows.map(asLine);
  }
}

function figuresOf(r: FiguresRow): BondFigures {
  const figure = (name: Figure) => money(BigInt(r[name]), r.currency);
  return {
    paid: figure('paid'),
    held: figure('held'),
    reserved: figure('reserved'),
    refunded: figure('refunded'),
    forfeited: figure('forfeited'),
    chargedBack: figure('charged_back'),
    borne: figure('borne'),
  };
}

const asLine = (r: StatementRow): StatementLine => ({
  seq: r.seq,
  phase: r.phase,
  code: r.code,
  debit: r.debit,
  credit: r.credit,
  amount: money(BigInt(r.amount), r.currency),
  cause: r.cause,
  follows: r.follows,
  happenedAt: instantFromDate(r.happened_at),
  learnedAt: instantFromDate(r.learned_at),
  held: money(BigInt(r.held), r.currency),
  reserved: money(BigInt(r.reserved), r.currency),
});
