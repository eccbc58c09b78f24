import {
  dayFromIso,
  instantFromDate,
  money,
  type Currency,
  type Instant,
  type Money,
  type PlainDate,
} from '#kernel';
import { LedgerQueries } from '#ledger';
import {
  inStates,
  listPage,
  OracleQueries,
  type ListPage,
  type ListWish,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankReconciliation } from '../domain/bank-reconciliation.ts';
import { unsettledDifferences } from '../domain/difference.lifecycle.ts';
import { accountsIn } from './bank-statements.store.ts';
import type { StatementKind } from './statement-reader.ts';

const ENTRIES_SHOWN_MAX = 500;

export interface StatementLineView {
  readonly id: string;
  readonly kind: StatementKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Money;
  readonly closing: Money;
  readonly entries: number;
  /** Of its entries: those that nothing in the books belongs to yet, and those of them in the queue. */
  readonly open: number;
  readonly told: number;
  readonly sentBy: string;
  readonly sentAt: Instant;
  /** Null until it was first held against the books. */
  readonly takenAt: Instant | null;
}

export interface BankEntryView {
  readonly amount: Money;
  readonly on: PlainDate;
  readonly reference: string | null;
  readonly way: 'name' | 'file' | 'amount' | 'booked' | null;
  /** The code of the chart of what it is in the books; the first of several. */
  readonly code: string | null;
  readonly differenceId: string | null;
}

/** One currency's money at the bank, and when its statements were last held against the books. */
export type BankFigures = BankReconciliation & {
  readonly currency: Currency;
  readonly comparedAt: Instant;
};

interface StatementRow {
  readonly id: string;
  readonly kind: StatementKind;
  readonly from: string;
  readonly to: string;
  readonly currency: Currency;
  readonly opening: string;
  readonly closing: string;
  readonly entries: number;
  readonly open: number;
  readonly told: number;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly takenAt: Date | null;
}

const COLUMNS = `s.id, s.kind, s.from_on::text as "from", s.to_on::text as "to", s.currency,
  s.opening_minor as opening, s.closing_minor as closing, s.entries, s.sent_by as "sentBy",
  s.sent_at as "sentAt", s.taken_at as "takenAt", o.open, o.told`;
const OPEN = `cross join lateral (select count(*)::int as open, count(o.difference_id)::int as told
  from bank_entry e join bank_open o on o.id = e.id where e.statement_id = s.id) o`;

interface FigureRow {
  readonly currency: Currency;
  readonly closing: string;
  readonly coveredTo: string;
  readonly before: string;
  readonly underWay: string;
  readonly differences: string;
  readonly lines: number;
  readonly comparedAt: Date;
}

/** Below zero in the books' half: the bank has less by what only the books have. */
const SIGNED = `case o.side when 'bank' then o.amount_minor else -o.amount_minor end`;
const FIGURES = `
  select r.currency, r.compared_at as "comparedAt", b.closing, b."coveredTo",
    b.opening - r.before_minor - o.before as before, o."underWay", o.differences, o.lines
  from bank_reading r
  cross join lateral (select sum(closing_minor) as closing, sum(opening_minor) as opening,
      max(to_on)::text as "coveredTo"
    from (${accountsIn('r.currency')}) a) b
  cross join lateral (select
      coalesce(sum(o.amount_minor) filter (where o.is_before), 0) as before,
      coalesce(sum(${SIGNED}) filter (where not o.is_before and d.id is null), 0) as "underWay",
      coalesce(sum(${SIGNED}) filter (where d.id is not null), 0) as differences,
      count(d.id)::int as lines
    from bank_open o left join money_difference d on d.id = o.difference_id
      and ${inStates(unsettledDifferences, 'd.state')}
    where o.currency = r.currency) o
  order by r.currency`;

/** What the bank's statements say and what of them the books have, as pages show it. */
@Injectable()
export class StatementQueries {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly oracles: OracleQueries,
  ) {}

  /** One page, the newest first. */
  async list(tx: Tx, wish: ListWish): Promise<ListPage<StatementLineView>> {
    const found = await listPage<StatementRow>(
      tx,
      {
        ...{ columns: COLUMNS, from: 'bank_statement s', join: OPEN, where: 'true' },
        ...{ at: 's.sent_at', type: 'timestamptz', id: 's.id', order: 'desc' },
      },
      wish,
    );
    return { ...found, rows: found.rows.map(lineOf) };
  }

  /** With its entries, the open ones first. */
  async one(
    tx: Tx,
    id: string,
  ): Promise<{ line: StatementLineView; entries: BankEntryView[] } | null> {
    const [row] = await tx.query<StatementRow>(
      `select ${COLUMNS} from bank_statement s ${OPEN} where s.id = $1`,
      [id],
    );
    if (!row) return null;
    const entries = await tx.query<
      Omit<BankEntryView, 'amount' | 'on'> & { minor: string; day: string }
    >(
      `select e.amount_minor as minor, e.booked_on::text as day, e.bank_reference as reference,
         m.way, m.code, o.difference_id as "differenceId"
       from bank_entry e left join bank_open o on o.id = e.id
       left join lateral (select m.way, t.code from bank_match m
         join ledger.transfer t using (owner_id, seq) where m.entry_id = e.id limit 1) m on true
       where e.statement_id = $1
       order by o.id is null, e.nr limit ${ENTRIES_SHOWN_MAX}`,
      [id],
    );
    return {
      line: lineOf(row),
      entries: entries.map(({ minor, day, ...entry }) => ({
        ...{ ...entry, amount: money(BigInt(minor), row.currency), on: dayFromIso(day) },
      })),
    };
  }

  /** One for each currency of a statement. */
  async figures(tx: Tx): Promise<BankFigures[]> {
    const rows = await tx.query<FigureRow>(FIGURES);
    if (rows.length === 0) return [];
    const pass = await this.oracles.last(tx);
    const balances = pass ? await this.ledger.balances(tx, pass.beganAt) : [];
    return rows.map((row) => {
      const of = (minor: string) => money(BigInt(minor), row.currency);
      const booked = balances.find(
        ({ account, balance }) => account === 'bank:escrow' && balance.currency === row.currency,
      );
      return {
        ...{ currency: row.currency, booked: booked?.balance ?? of('0') },
        ...{ told: of(row.closing), before: of(row.before), underWay: of(row.underWay) },
        ...{ differences: of(row.differences), lines: row.lines },
        coveredTo: dayFromIso(row.coveredTo),
        comparedAt: instantFromDate(row.comparedAt),
      };
    });
  }
}

const lineOf = (row: StatementRow): StatementLineView => ({
  ...{ id: row.id, kind: row.kind, from: dayFromIso(row.from), to: dayFromIso(row.to) },
  opening: money(BigInt(row.opening), row.currency),
  closing: money(BigInt(row.closing), row.currency),
  ...{ entries: row.entries, open: row.open, told: row.told },
  ...{ sentBy: row.sentBy, sentAt: instantFromDate(row.sentAt) },
  takenAt: row.takenAt && instantFromDate(row.takenAt),
});
