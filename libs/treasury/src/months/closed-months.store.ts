import { dayFromIso, instantFromDate, isoDay, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Month } from '../domain/month.ts';

export interface MonthDigest {
  readonly form: number;
  readonly transfers: number;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface ClosedMonth extends MonthDigest {
  readonly month: Month;
  readonly closedAt: Instant;
}

const COLUMNS = `month::text, form, transfers::int, bytes::float8, encode(sha256, 'hex') as sha256, closed_at`;
type MonthRow = MonthDigest & { readonly month: string; readonly closed_at: Date };
const asMonth = ({ month, closed_at: at, ...row }: MonthRow): ClosedMonth => ({
  ...row,
  month: dayFromIso(month),
  closedAt: instantFromDate(at),
});

/** So many are shown: ten years. */
const SHOWN_MAX = 120;

/** Months whose file is settled, and what it comes to. */
@Injectable()
export class ClosedMonths {
  /** The newest first. */
  async newest(tx: Tx): Promise<ClosedMonth[]> {
    const rows = await tx.query<MonthRow>(
      `select ${COLUMNS} from closed_month order by closed_month.month desc limit ${SHOWN_MAX}`,
    );
    return rows.map(asMonth);
  }

  async of(tx: Tx, month: Month): Promise<ClosedMonth | null> {
    const [row] = await tx.query<MonthRow>(
      `select ${COLUMNS} from closed_month where closed_month.month = $1`,
      [isoDay(month)],
    );
    return row ? asMonth(row) : null;
  }

  async add(tx: Tx, month: Month, { form, transfers, bytes, sha256 }: MonthDigest): Promise<void> {
    await tx.query(
      `insert into closed_month (month, form, transfers, bytes, sha256)
       values ($1, $2, $3, $4, decode($5, 'hex'))`,
      [isoDay(month), form, transfers, bytes, sha256],
    );
  }
}
