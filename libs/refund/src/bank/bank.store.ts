import { inStates, lockRow, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Disbursement } from '../disbursement/disbursement.entity.ts';
import { IN_FORCE_STATES } from '../domain/freeze.lifecycle.ts';
import { UNSETTLED_STATES } from '../domain/reversal.lifecycle.ts';
import { BankReport, BankReportEntry, PaymentFile, type EntryOutcome } from './bank.entity.ts';

/** A payment that waits for a file, with the sealed account to which it goes. */
export interface PaymentForFile extends Pick<Disbursement, 'id' | 'amountMinor' | 'currency'> {
  readonly accountId: string;
  readonly payerAccountId: string;
  readonly sealed: Buffer;
  readonly reference: string;
}

/** Writes and locks of files for the operator's bank, and of its answers. */
@Injectable()
export class BankStore {
  /**
   * Approved by bank and in no file, locked, the oldest first; not while money of their owner is away
   * (R35), or their case is frozen.
   */
  async lockWaiting(tx: Tx, currency: string, limit: number): Promise<PaymentForFile[]> {
    const rows = await tx.query<PaymentForFile & { amountMinor: string }>(
      `select d.id, d.amount_minor as "amountMinor", d.currency, a.id as "accountId",
         a.payer_account_id as "payerAccountId", a.sealed, r.reference
       from disbursement d
       join rescue_account a on a.id = d.bank_account_id
       join rescue r on r.id = a.rescue_id
       where d.route = 'bank' and d.state = 'approved' and d.currency = $1
         and not exists (select from reversal v where ${inStates(UNSETTLED_STATES, 'v.state')}
           and d.owner_id in (v.bond_id, v.received_payment_id))
         and not exists (select from refund f join case_freeze z on z.case_id = f.case_id
           where f.id = d.refund_id and ${inStates(IN_FORCE_STATES, 'z.state')})
       order by d.id limit $2 for update of d skip locked`,
      [currency, limit],
    );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }

  async addFile(tx: Tx, row: PaymentFile): Promise<void> {
    await tx.manager.getRepository(PaymentFile).insert(row);
  }

  file(tx: Tx, id: string): Promise<PaymentFile | null> {
    return tx.manager.getRepository(PaymentFile).findOneBy({ id });
  }

  /** The report of the same content, if it was sent before. */
  reportOf(tx: Tx, sha256: Buffer): Promise<BankReport | null> {
    return tx.manager.getRepository(BankReport).findOneBy({ sha256 });
  }

  /** False when the same file was sent before; waits for one that is being sent. */
  async addReport(tx: Tx, row: BankReport, entries: readonly BankReportEntry[]): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(BankReport)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((added.raw as unknown[]).length !== 1) return false;
    await tx.manager.getRepository(BankReportEntry).insert([...entries]);
    return true;
  }

  /** What of a report nothing has come of yet, in its order. */
  openEntries(tx: Tx, reportId: string): Promise<BankReportEntry[]> {
    return tx.manager
      .getRepository(BankReportEntry)
      .find({ where: { reportId, outcome: IsNull() }, order: { nr: 'asc' } });
  }

  lockEntry(tx: Tx, { reportId, nr }: Pick<BankReportEntry, 'reportId' | 'nr'>) {
    return lockRow(tx, BankReportEntry, 'report_id = $1 and nr = $2', [reportId, nr]);
  }

  async note(
    tx: Tx,
    { reportId, nr }: BankReportEntry,
    what: { readonly outcome: EntryOutcome; readonly disbursementId: string | null },
  ): Promise<void> {
    await tx.manager.getRepository(BankReportEntry).update({ reportId, nr }, what);
  }
}
