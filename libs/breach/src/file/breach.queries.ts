import { money, type Instant, type Money } from '#kernel';
import { listPage, momentOf, type ListPage, type ListWish, type Tx } from '#platform';
import type { BondState } from '#bond-escrow';
import { Injectable } from '@nestjs/common';
import { breachLists, FILES, WITH_BOND, type BreachList } from './breach-lists.queries.ts';

/** One file in a list. */
export interface BreachLine {
  readonly id: string;
  readonly reference: string;
  readonly consulateId: string;
  readonly bondState: BondState;
  readonly amount: Money;
  readonly openedAt: Instant;
  readonly replyBy: Instant | null;
  readonly appealBy: Instant | null;
}

interface Raw extends Omit<BreachLine, 'amount' | 'openedAt' | 'replyBy' | 'appealBy'> {
  readonly minor: string;
  readonly currency: string;
  readonly openedAt: Date;
  readonly replyBy: Date | null;
  readonly appealBy: Date | null;
}

/** Breach files as lists show them, and those whose time is over. */
@Injectable()
export class BreachQueries {
  /** One page of a list, the longest open first; of all of them, the newest. */
  async list(tx: Tx, list: BreachList, wish: ListWish): Promise<ListPage<BreachLine>> {
    const found = await listPage<Raw>(
      tx,
      {
        columns: `f.id, f.reference, f.consulate_id as "consulateId", b.state as "bondState",
          b.amount_minor as minor, b.currency, f.opened_at as "openedAt",
          f.reply_by as "replyBy", f.appeal_by as "appealBy"`,
        ...{ from: 'breach_file f', join: WITH_BOND, where: breachLists[list] },
        ...{ at: 'f.opened_at', type: 'timestamptz', id: 'f.id' },
        order: list === 'all' ? 'desc' : 'asc',
      },
      wish,
    );
    return { ...found, rows: found.rows.map(lineOf) };
  }

  /** Files whose window to appeal is over without an appeal, by id. */
  async appealOver(tx: Tx, limit: number, after: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select f.id ${FILES} ${WITH_BOND}
       where b.state = 'breach_declared' and f.appeal_by < $1
         and ($3::uuid is null or f.id > $3)
       order by f.id limit $2`,
      [tx.now.toString(), limit, after],
    );
    return rows.map((row) => row.id);
  }
}

const lineOf = ({ minor, currency, openedAt, replyBy, appealBy, ...row }: Raw): BreachLine => ({
  ...row,
  amount: money(BigInt(minor), currency),
  openedAt: momentOf(openedAt),
  replyBy: replyBy && momentOf(replyBy),
  appealBy: appealBy && momentOf(appealBy),
});
