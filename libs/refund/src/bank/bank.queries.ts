import { instantFromDate, money, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankWord } from '../domain/bank-fact.ts';
import type { BankReportKind, EntryOutcome } from './bank.entity.ts';

const SHOWN_MAX = 50;
const ENTRIES_SHOWN_MAX = 500;
const SWEEP_MAX = 20;

/** What waits for a file, by currency. */
export interface WaitingForFile {
  readonly total: Money;
  readonly payments: number;
  readonly since: Instant;
}

export interface PaymentFileLine {
  readonly id: string;
  readonly total: Money;
  readonly payments: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** Of its payments: those the bank has not ended yet, and those it did not pay. */
  readonly open: number;
  readonly failed: number;
}

export interface BankReportLine {
  readonly id: string;
  readonly kind: BankReportKind;
  readonly entries: number;
  readonly sentBy: string;
  readonly sentAt: Instant;
  readonly applied: number;
  /** Entries that a person must look at. */
  readonly refused: number;
}

export interface BankEntryLine {
  readonly nr: number;
  readonly says: BankWord;
  readonly endToEndId: string | null;
  readonly amount: Money | null;
  readonly reasonCode: string | null;
  readonly outcome: EntryOutcome | null;
  readonly refundId: string | null;
  readonly reference: string | null;
}

type Raw<T> = { readonly [K in keyof T]: T[K] extends Instant ? Date : T[K] };
type WithTotal<T> = Omit<Raw<T>, 'total'> & { totalMinor: string; currency: string };

/** Files for the operator's bank and its answers, as pages show them. */
@Injectable()
export class BankQueries {
  async waiting(tx: Tx): Promise<WaitingForFile[]> {
    const rows = await tx.query<WithTotal<WaitingForFile>>(
      `select currency, sum(amount_minor)::text as "totalMinor", count(*)::int as payments,
         min(state_since) as since
       from disbursement where route = 'bank' and state = 'approved'
       group by currency order by currency`,
    );
    return rows.map(({ since, payments, ...sum }) => ({
      ...{ payments, since: instantFromDate(since), total: totalOf(sum) },
    }));
  }

  /** The newest first. */
  async files(tx: Tx): Promise<PaymentFileLine[]> {
    const rows = await tx.query<WithTotal<PaymentFileLine>>(
      `select f.id, f.total_minor::text as "totalMinor", f.currency, f.payments,
         f.made_by as "madeBy", f.made_at as "madeAt",
         (select count(*)::int from disbursement d where d.payment_file_id = f.id
            and d.state in ('sending', 'pending')) as open,
         (select count(*)::int from disbursement d where d.payment_file_id = f.id
            and d.state in ('failed', 'failed_after_success')) as failed
       from payment_file f order by f.made_at desc, f.id desc limit ${SHOWN_MAX}`,
    );
    return rows.map(({ totalMinor, currency, madeAt, ...row }) => ({
      ...{ ...row, madeAt: instantFromDate(madeAt), total: totalOf({ totalMinor, currency }) },
    }));
  }

  /** The newest first. */
  async reports(tx: Tx): Promise<BankReportLine[]> {
    const rows = await tx.query<Raw<BankReportLine>>(
      `${REPORTS} order by b.sent_at desc, b.id desc limit ${SHOWN_MAX}`,
    );
    return rows.map(asReport);
  }

  /** With its entries, in their order; those that a person must look at first. */
  async report(
    tx: Tx,
    id: string,
  ): Promise<{ report: BankReportLine; entries: BankEntryLine[] } | null> {
    const [report] = await tx.query<Raw<BankReportLine>>(`${REPORTS} where b.id = $1`, [id]);
    if (!report) return null;
    const rows = await tx.query<
      Omit<BankEntryLine, 'amount'> & { amountMinor: string | null; currency: string | null }
    >(
      `select e.nr, e.says, e.end_to_end_id as "endToEndId", e.amount_minor::text as "amountMinor",
         e.currency, e.reason_code as "reasonCode", e.outcome, d.refund_id as "refundId",
         r.reference
       from bank_report_entry e
       left join disbursement d on d.id = e.disbursement_id
       left join refund r on r.id = d.refund_id
       where e.report_id = $1
       order by e.outcome in ('applied', 'known') nulls first, e.nr limit ${ENTRIES_SHOWN_MAX}`,
      [id],
    );
    const entries = rows.map(({ amountMinor, currency, ...row }) => ({
      ...{ ...row, amount: amountMinor && currency ? money(BigInt(amountMinor), currency) : null },
    }));
    return { report: asReport(report), entries };
  }

  /** Reports of which an entry has no outcome: their job was lost. */
  async unapplied(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct report_id as id from bank_report_entry where outcome is null
       order by 1 limit ${SWEEP_MAX}`,
    );
    return rows.map((row) => row.id);
  }
}

const REPORTS = `
  select b.id, b.kind, b.entries, b.sent_by as "sentBy", b.sent_at as "sentAt",
    (select count(*)::int from bank_report_entry e where e.report_id = b.id
       and e.outcome in ('applied', 'known')) as applied,
    (select count(*)::int from bank_report_entry e where e.report_id = b.id
       and e.outcome not in ('applied', 'known')) as refused
  from bank_report b`;

const asReport = (row: Raw<BankReportLine>): BankReportLine => ({
  ...{ ...row, sentAt: instantFromDate(row.sentAt) },
});
const totalOf = ({ totalMinor, currency }: { totalMinor: string; currency: string }): Money =>
  money(BigInt(totalMinor), currency);
