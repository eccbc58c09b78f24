import { instantFromDate, money, type Currency, type Instant } from '#kernel';
import type { OraclePass, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LedgerAccount } from './domain/chart.ts';
import type { Balance, Owed } from './domain/sides.ts';

/** What everybody may read of the books. */
export interface ToldBooks {
  /** When the pass began that added them up; wall clock. */
  readonly asOf: Instant;
  /** Rows that contradicted the books in it. */
  readonly violations: number;
  readonly balances: readonly Balance[];
  readonly owed: readonly Owed[];
}

interface ToldRow {
  readonly account: LedgerAccount;
  readonly currency: Currency;
  readonly by_transfers: string | null;
  readonly by_accounts: string | null;
  readonly as_of: Date;
  readonly violations: number;
}

const TODAY = `(clock_timestamp() at time zone 'UTC')::date`;

/** Sums of accounts, told once a day and kept as they were told. */
@Injectable()
export class ToldBalances {
  /** Returns how many sums were told: none when the day has its own. */
  async tell(tx: Tx, { beganAt, violations }: OraclePass): Promise<number> {
    const rows = await tx.query(
      `insert into told_balance
         (day, account, currency, by_transfers, by_accounts, as_of, violations)
       select ${TODAY}, account, currency, by_transfers, by_accounts, as_of, $2 from trial_balance
       where as_of = $1 and not exists (select from told_balance where day = ${TODAY})
       returning account`,
      [beganAt, violations],
    );
    return rows.length;
  }

  /** Null when nothing has been told. */
  async newest(tx: Tx): Promise<ToldBooks | null> {
    const rows = await tx.query<ToldRow>(
      `select account, currency, by_transfers, by_accounts, as_of, violations from told_balance
       where day = (select max(day) from told_balance) order by currency, account`,
      [],
    );
    const [first] = rows;
    if (!first) return null;
    return {
      asOf: instantFromDate(first.as_of),
      violations: first.violations,
      balances: rows.flatMap(({ account, currency, by_transfers: sum }) =>
        sum === null ? [] : [{ account, balance: money(BigInt(sum), currency) }],
      ),
      owed: rows.flatMap(({ account, currency, by_accounts: sum }) =>
        sum === null ? [] : [{ kind: account as Owed['kind'], held: money(BigInt(sum), currency) }],
      ),
    };
  }
}
