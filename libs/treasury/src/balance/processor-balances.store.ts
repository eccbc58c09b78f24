import { instantFromDate, money, type Currency, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import type { ProcessorBalance } from '#processor';
import { Injectable } from '@nestjs/common';

/** SQL: the newest of each currency; one that the processor names no more is not among them. */
export const NEWEST_BALANCES = `select b.* from processor_balance b
  where b.told_at = (select max(told_at) from processor_balance)`;

export interface ToldBalance {
  readonly at: Instant;
  readonly available: Money;
  readonly pending: Money;
}

interface BalanceRow {
  readonly currency: Currency;
  readonly at: Date;
  readonly available: string;
  readonly pending: string;
}

/** What the processor tells of our money there. Moments are of the wall clock. */
@Injectable()
export class ProcessorBalances {
  /** Also when there is none. The newest is asked for first: beside a clock that runs, no index serves. */
  async isOlderThan(tx: Tx, minutes: number): Promise<boolean> {
    const [row] = await tx.query<{ recent: boolean | null }>(
      `select max(told_at) > clock_timestamp() - make_interval(mins => $1) as recent
       from processor_balance`,
      [minutes],
    );
    return !row!.recent;
  }

  async add(tx: Tx, balances: readonly ProcessorBalance[]): Promise<void> {
    await tx.query(
      `insert into processor_balance (told_at, currency, available_minor, pending_minor)
       select now(), * from unnest($1::text[], $2::bigint[], $3::bigint[])`,
      [
        balances.map(({ available }) => available.currency),
        balances.map(({ available }) => available.minor.toString()),
        balances.map(({ pending }) => pending.minor.toString()),
      ],
    );
  }

  async newest(tx: Tx): Promise<ToldBalance[]> {
    const rows = await tx.query<BalanceRow>(
      `select currency, told_at as at, available_minor as available, pending_minor as pending
       from (${NEWEST_BALANCES}) newest order by currency`,
      [],
    );
    return rows.map(({ currency, at, available, pending }) => ({
      at: instantFromDate(at),
      available: money(BigInt(available), currency),
      pending: money(BigInt(pending), currency),
    }));
  }
}
