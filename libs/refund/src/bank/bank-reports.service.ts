import { createHash } from 'node:crypto';
import { AuditLog } from '#audit';
import { money, ok, refused, type Result } from '#kernel';
import { actorIdOf, Jobs, newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RefundStore } from '../refund/refund.store.ts';
import type { BankReport, BankReportEntry, ReadEntry } from './bank.entity.ts';
import { bankNameOf, idOfBankName } from './bank-names.ts';
import { readBankReport, type ReadReport, type ReportFault } from './bank-report-reader.ts';
import { BankStore } from './bank.store.ts';

/** Files in which the bank answers: read here, applied by the worker, which alone may. */
@Injectable()
export class BankReports {
  constructor(
    private readonly store: BankStore,
    private readonly refunds: RefundStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** Not in a transaction: it may be some megabytes. */
  read(bytes: Buffer): Result<ReadReport, ReportFault> {
    return readBankReport(bytes);
  }

  /** A file that was sent before is refused with the id of the first. */
  async send(
    tx: Tx,
    bytes: Buffer,
    report: ReadReport,
  ): Promise<Result<BankReport, 'sent_before' | 'unknown_file'>> {
    const sha256 = createHash('sha256').update(bytes).digest();
    const before = await this.store.reportOf(tx, sha256);
    if (before) return refused('sent_before', { id: before.id });
    const entries = report.refusesFile ? await this.allOf(tx, report.refusesFile) : report.entries;
    if (entries.length === 0) return refused('unknown_file');
    const row: BankReport = {
      ...{ id: newId(), kind: report.kind, sha256, entries: entries.length },
      ...{ sentBy: actorIdOf(tx.ctx.actor)!, sentAt: tx.now },
    };
    const rows = entries.map((entry, i) => rowOf(row.id, i + 1, entry));
    if (!(await this.store.addReport(tx, row, rows))) return refused('sent_before');
    await this.audit.write(tx, {
      ...{ action: 'bank_report.sent', subjectKind: 'bank_report', subjectId: row.id },
      details: { kind: row.kind, entries: row.entries },
    });
    await this.putJob(tx, row.id);
    return ok(row);
  }

  putJob(tx: Tx, reportId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'bank_report.apply', { reportId }, { singletonKey: reportId });
  }

  /** A file that the bank did not take: each of its payments is refused. */
  private async allOf(
    tx: Tx,
    { messageId, reasonCode }: NonNullable<ReadReport['refusesFile']>,
  ): Promise<ReadEntry[]> {
    const fileId = idOfBankName(messageId);
    const rows = fileId ? await this.refunds.inFile(tx, fileId) : [];
    return rows.map((row) => ({
      ...{ says: 'rejected', endToEndId: bankNameOf(row.id), bankReference: null, reasonCode },
      amount: money(row.amountMinor, row.currency),
    }));
  }
}

const rowOf = (reportId: string, nr: number, entry: ReadEntry): BankReportEntry => ({
  ...{ reportId, nr, says: entry.says, endToEndId: entry.endToEndId },
  ...{ amountMinor: entry.amount?.minor ?? null, currency: entry.amount?.currency ?? null },
  ...{ bankReference: entry.bankReference, reasonCode: entry.reasonCode },
  ...{ disbursementId: null, outcome: null },
});
