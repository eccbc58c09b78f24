import {
  addDays,
  isOnOrBefore,
  money,
  toDate,
  type Currency,
  type Money,
  type PlainDate,
} from '#kernel';
import { Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LedgerAccount } from './domain/chart.ts';

/** Days of the wall clock, in UTC, both included. */
export interface BookedDays {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** One transfer that moved money. Moments as ISO 8601, to the microsecond. */
export interface JournalLine {
  readonly ownerId: string;
  readonly seq: number;
  readonly code: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Money;
  readonly cause: string;
  readonly happenedAt: string;
  readonly learnedAt: string;
}

type RawLine = Omit<JournalLine, 'amount'> & { amount: string; currency: Currency };

const PAGE_ROWS = 1_000;
const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const MOVES = `phase in ('post', 'settle')`;
// What is set aside moves nothing, and is in no journal.
const PAGE = `
  select owner_id as "ownerId", seq, code, debit, credit, amount, currency, cause,
    ${iso('happened_at')} as "happenedAt", ${iso('learned_at')} as "learnedAt"
  from ledger.transfer
  where ${MOVES} and learned_at >= $1 and learned_at < $2
    and (learned_at, owner_id, seq) > ($3::timestamptz, $4::uuid, $5::int)
  order by learned_at, owner_id, seq limit ${PAGE_ROWS}`;
const BEFORE_ALL = {
  learnedAt: '-infinity',
  ownerId: '00000000-0000-0000-0000-000000000000',
  seq: 0,
};

const utc = (day: PlainDate) => toDate(day.toZonedDateTime('UTC').toInstant());

/** All transfers of some days, in the order in which they were learned: the same whenever it is read. */
@Injectable()
export class Journal {
  constructor(private readonly database: Database) {}

  /** How many there are; beyond `max` it says no more than that. */
  async count(ctx: Ctx, { from, until }: BookedDays, max: number): Promise<number> {
    const [row] = await this.database.read(ctx, (tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from (select from ledger.transfer
           where ${MOVES} and learned_at >= $1 and learned_at < $2 limit $3) t`,
        [utc(from), utc(addDays(until, 1)), max + 1],
      ),
    );
    return row!.n;
  }

  /**
   * Day by day, since the index on the moment knows no order: a page reads what is left of one day. Each
   * page in a transaction of its own, so that a slow reader holds none open.
   */
  async *pages(ctx: Ctx, { from, until }: BookedDays): AsyncGenerator<JournalLine[]> {
    for (let day = from; isOnOrBefore(day, until); day = addDays(day, 1)) {
      let after: Pick<JournalLine, 'learnedAt' | 'ownerId' | 'seq'> | undefined = BEFORE_ALL;
      while (after) {
        const params = [utc(day), utc(addDays(day, 1)), after.learnedAt, after.ownerId, after.seq];
        const rows: RawLine[] = await this.database.read(ctx, (tx) =>
          tx.query<RawLine>(PAGE, params),
        );
        if (rows.length > 0) yield rows.map(asLine);
        after = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
      }
    }
  }
}

const asLine = ({ amount, currency, ...row }: RawLine): JournalLine => ({
  ...row,
  amount: money(BigInt(amount), currency),
});
