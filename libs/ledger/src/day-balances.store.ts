import {
  dayFromIso,
  dayIn,
  instantFromDate,
  isoDay,
  money,
  toDate,
  type Currency,
  type Instant,
  type PlainDate,
} from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LedgerAccount } from './domain/chart.ts';
import type { Balance } from './domain/sides.ts';

/** SQL: what transfers did to each account, of those learned from $1 until before $2. */
const MOVED = `
  select account, currency, sum(debits)::bigint as debits, sum(credits)::bigint as credits
  from (select debit as account, currency, amount as debits, 0 as credits from ledger.transfer
        where phase in ('post', 'settle') and learned_at >= $1 and learned_at < $2
        union all
        select credit, currency, 0, amount from ledger.transfer
        where phase in ('post', 'settle') and learned_at >= $1 and learned_at < $2) m
  group by account, currency`;

interface BalanceRow {
  readonly account: LedgerAccount;
  readonly currency: Currency;
  readonly balance: string;
}

const startOf = (day: PlainDate): Instant => day.toZonedDateTime('UTC').toInstant();

/**
 * What each account came to at the end of each day, kept for good. Days are of the wall clock, in
 * UTC, and a transfer belongs to the day on which it was learned: what is learned later about an
 * earlier day changes no day that is closed.
 */
@Injectable()
export class DayBalances {
  async wallClock(tx: Tx): Promise<Instant> {
    const [row] = await tx.query<{ at: Date }>('select clock_timestamp() as at');
    return instantFromDate(row!.at);
  }

  /** The day that was closed: the next, if it has been over for an hour; null while none has. */
  async closeNext(tx: Tx): Promise<PlainDate | null> {
    const [row] = await tx.query<{ day: string | null }>(
      'select ledger.close_next_day()::text as day',
    );
    return row?.day ? dayFromIso(row.day) : null;
  }

  /** The first and the last closed day; null before there is one. */
  async span(tx: Tx): Promise<{ first: PlainDate; last: PlainDate } | null> {
    const [row] = await tx.query<{ first: string | null; last: string | null }>(
      'select min(day)::text as first, max(day)::text as last from ledger.day_balance',
    );
    const { first, last } = row!;
    return first && last ? { first: dayFromIso(first), last: dayFromIso(last) } : null;
  }

  /** As that day closed. */
  async ofDay(tx: Tx, day: PlainDate): Promise<Balance[]> {
    const rows = await tx.query<BalanceRow>(
      `select account, currency, balance from ledger.day_balance where day = $1
       order by currency, account`,
      [isoDay(day)],
    );
    return rows.map(asBalance);
  }

  /** All that was learned before this moment: the last closed day before it, and what followed. */
  async at(tx: Tx, moment: Instant): Promise<Balance[]> {
    const [base] = await tx.query<{ day: string | null }>(
      'select max(day)::text as day from ledger.day_balance where day < $1',
      [isoDay(dayIn(moment, 'UTC'))],
    );
    const day = base?.day ? dayFromIso(base.day) : null;
    const rows = await tx.query<BalanceRow>(
      `select account, currency, sum(balance)::bigint as balance
       from (select account, currency, debits - credits as balance from (${MOVED}) moved
             union all
             select account, currency, balance from ledger.day_balance where day = $3) b
       group by account, currency order by currency, account`,
      [
        day ? toDate(startOf(day.add({ days: 1 }))) : '-infinity',
        toDate(moment),
        day && isoDay(day),
      ],
    );
    return rows.map(asBalance);
  }
}

const asBalance = ({ account, currency, balance }: BalanceRow): Balance => ({
  account,
  balance: money(BigInt(balance), currency),
});
