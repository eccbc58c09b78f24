import { addDays, money, toDate, type Currency, type Money, type PlainDate } from '#kernel';
import { Journal, type BookedDays } from '#ledger';
import { Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';

/** What can be taken out of the treasury as a file. */
export const exportLists = ['journal', 'refunds', 'disputes', 'suspense'] as const;
export type ExportList = (typeof exportLists)[number];
type ByRows = Exclude<ExportList, 'journal'>;

/** So many rows a file has at most, of so many days. */
export const EXPORT_ROWS_MAX = 100_000;
export const EXPORT_DAYS_MAX = 366;

/** A row of a list: its amount, and codes, ids and moments, by name. Nobody's name is among them. */
export interface ExportedRow {
  readonly amount: Money;
  readonly cells: Readonly<Record<string, string | null>>;
}

interface RawRow {
  readonly at: string;
  readonly id: string;
  readonly minor: string;
  readonly currency: Currency;
  readonly cells: Record<string, string | null>;
}

const PAGE_ROWS = 1_000;
const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

interface Source {
  readonly from: string;
  /** Beyond the row itself: for each row of a page, and for none that is counted. */
  readonly join?: string;
  readonly where: string;
  readonly at: string;
  readonly id: string;
  readonly minor: string;
  readonly currency: string;
  /** Names with their SQL; all of them text. */
  readonly cells: Readonly<Record<string, string>>;
}

const within = (column: string) => `${column} >= $1 and ${column} < $2`;

const SOURCES: Readonly<Record<ByRows, Source>> = {
  refunds: {
    from: 'refund r',
    join: `left join lateral (select * from disbursement d where d.refund_id = r.id
      order by (d.state = 'succeeded') desc, d.attempt desc limit 1) d on true`,
    // A refund is promised for later than it is decided: an index has the one, not the other.
    where: `${within('r.created_at')} and r.promised_by >= ($1::timestamptz at time zone 'UTC')::date - 1`,
    ...{ at: 'r.created_at', id: 'r.id', minor: 'r.amount_minor', currency: 'r.currency' },
    cells: {
      decided: iso('r.created_at'),
      reference: 'r.reference',
      rule: 'r.rule',
      promised: 'r.promised_by::text',
      returned: 'r.returned_on::text',
      route: 'd.route',
      disbursement: 'd.state',
      trace: 'd.trace_number',
      refund: 'r.id::text',
    },
  },
  disputes: {
    from: 'dispute p',
    where: within('p.opened_at'),
    ...{ at: 'p.opened_at', id: 'p.id', minor: 'p.amount_minor', currency: 'p.currency' },
    cells: {
      opened: iso('p.opened_at'),
      reference: 'p.reference',
      dispute: 'p.state',
      since: iso('p.state_since'),
      reason: 'p.reason',
      due: iso('p.due_by'),
      object: 'p.processor_dispute_id',
    },
  },
  suspense: {
    from: 'ledger.suspense s',
    join: `join ledger.account a on a.owner_id = s.owner_id
      join ledger.received_payment q on q.id = s.owner_id
      left join suspense_entry e on e.received_payment_id = s.owner_id`,
    where: within('s.since'),
    ...{ at: 's.since', id: 's.owner_id', minor: 'a.held', currency: 'a.currency' },
    cells: {
      since: iso('s.since'),
      why: 'e.why',
      payment: 's.owner_id::text',
      object: `split_part(q.cause, ':', 1)`,
    },
  },
};

const utc = (day: PlainDate) => toDate(day.toZonedDateTime('UTC').toInstant());
const bounds = ({ from, until }: BookedDays) => [utc(from), utc(addDays(until, 1))];

/** Lists as files: read page by page along their keys, each page in a transaction of its own. */
@Injectable()
export class ExportQueries {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Whether it is more than a file may have. */
  async isTooMuch(ctx: Ctx, list: ExportList, days: BookedDays): Promise<boolean> {
    if (list === 'journal') {
      return (await this.journal.count(ctx, days, EXPORT_ROWS_MAX)) > EXPORT_ROWS_MAX;
    }
    const { from, where } = SOURCES[list];
    const [row] = await this.database.read(ctx, (tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from (select from ${from} where ${where} limit $3) rows`,
        [...bounds(days), EXPORT_ROWS_MAX + 1],
      ),
    );
    return row!.n > EXPORT_ROWS_MAX;
  }

  /** The oldest first. What comes while it is read is in it or not; nothing is in it twice. */
  async *pages(ctx: Ctx, list: ByRows, days: BookedDays): AsyncGenerator<ExportedRow[]> {
    const sql = pageSql(SOURCES[list]);
    let after: Pick<RawRow, 'at' | 'id'> | undefined = {
      ...{ at: '-infinity', id: '00000000-0000-0000-0000-000000000000' },
    };
    while (after) {
      const params = [...bounds(days), after.at, after.id];
      const rows: RawRow[] = await this.database.read(ctx, (tx) => tx.query<RawRow>(sql, params));
      if (rows.length > 0) yield rows.map(asRow);
      after = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
    }
  }
}

function pageSql({ from, join = '', where, at, id, minor, currency, cells }: Source): string {
  const named = Object.entries(cells).map(([name, sql]) => `'${name}', ${sql}`);
  return `
    select ${at}::text as at, ${id}::text as id, ${minor} as minor, ${currency} as currency,
      jsonb_build_object(${named.join(', ')}) as cells
    from ${from} ${join}
    where ${where} and (${at}, ${id}) > ($3::timestamptz, $4::uuid)
    order by ${at}, ${id} limit ${PAGE_ROWS}`;
}

const asRow = ({ minor, currency, cells }: RawRow): ExportedRow => ({
  ...{ amount: money(BigInt(minor), currency), cells },
});
