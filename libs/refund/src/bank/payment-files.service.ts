import { AuditLog } from '#audit';
import { Identity } from '#identity';
import { dayIn, money, ok, refused, type Result } from '#kernel';
import { newId, personOf, type Place, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankAccount } from '../domain/bank-account.ts';
import { accountPlace } from '../rescue/account-place.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundRunQueries } from '../run/refund-run.queries.ts';
import type { PaymentFile } from './bank.entity.ts';
import { bankNameOf } from './bank-names.ts';
import { BankStore, type PaymentForFile } from './bank.store.ts';
import { OperatorAccount } from './operator-account.service.ts';
import { paymentFileXml, type PaymentToBank } from './pain-001.ts';

/** A larger file is two. */
const PAYMENTS_MAX = 500;
const placeOf = (row: string): Place => ({ table: 'payment_file', column: 'sealed', row });

/** Files of payments for the operator's bank: made once, given out as often as it takes. */
@Injectable()
export class PaymentFiles {
  constructor(
    private readonly store: BankStore,
    private readonly refunds: RefundStore,
    private readonly identity: Identity,
    private readonly operator: OperatorAccount,
    private readonly audit: AuditLog,
    private readonly notes: RefundTrail,
    private readonly runs: RefundRunQueries,
  ) {}

  /**
   * All that waits in one currency, in one file. With its commit the payments count as being sent: from
   * then on only the bank's answer moves them on.
   */
  async make(
    tx: Tx,
    currency: string,
  ): Promise<Result<PaymentFile, 'nothing_waits' | 'not_set_up' | 'refunds_paused'>> {
    const from = this.operator.get();
    if (!from) return refused('not_set_up');
    if ((await this.runs.current(tx)).pausedAt) return refused('refunds_paused');
    const waiting = await this.store.lockWaiting(tx, currency, PAYMENTS_MAX);
    if (waiting.length === 0) return refused('nothing_waits');
    const id = newId();
    const totalMinor = waiting.reduce((sum, one) => sum + one.amountMinor, 0n);
    const xml = paymentFileXml({
      ...{ messageId: bankNameOf(id), madeAt: tx.now, executeOn: dayIn(tx.now, 'UTC'), from },
      total: money(totalMinor, currency),
      payments: await this.paymentsOf(tx, waiting),
    });
    const row: PaymentFile = {
      ...{ id, currency, payments: waiting.length, totalMinor, madeAt: tx.now },
      madeBy: personOf(tx),
      sealed: await this.identity.seal(tx, id, placeOf(id), xml),
    };
    await this.store.addFile(tx, row);
    for (const one of waiting) await this.send(tx, one.id, id);
    await this.note(tx, row, 'made');
    return ok(row);
  }

  /** The file as it was made; null for none. Each opening is in the trail. */
  async open(tx: Tx, id: string): Promise<{ file: PaymentFile; xml: string } | null> {
    const file = await this.store.file(tx, id);
    if (!file) return null;
    const opening = { subjectId: id, place: placeOf(id), sealed: file.sealed };
    const xml = await this.identity.open(tx, { ...opening, purpose: 'payment_file' });
    await this.note(tx, file, 'given_out');
    return { file, xml };
  }

  private async paymentsOf(tx: Tx, waiting: readonly PaymentForFile[]): Promise<PaymentToBank[]> {
    const payments: PaymentToBank[] = [];
    for (const one of waiting) {
      const { accountId, payerAccountId: subjectId, sealed } = one;
      const opening = { subjectId, place: accountPlace(accountId), sealed };
      const plain = await this.identity.open(tx, { ...opening, purpose: 'payment_file' });
      payments.push({
        ...{ endToEndId: bankNameOf(one.id), reference: one.reference },
        amount: money(one.amountMinor, one.currency),
        to: JSON.parse(plain) as BankAccount,
      });
    }
    return payments;
  }

  private async send(tx: Tx, disbursementId: string, paymentFileId: string): Promise<void> {
    const row = await this.refunds.lockDisbursement(tx, disbursementId);
    if (!row) throw new Error('a payment that cannot be locked');
    const news = { paymentFileId, sendingSince: tx.now };
    await this.refunds.move(tx, row, 'put_in_file', { news });
    await this.notes.of(tx, row, 'put_in_file', { file: paymentFileId });
  }

  private note(tx: Tx, { id, payments, totalMinor, currency }: PaymentFile, what: string) {
    return this.audit.write(tx, {
      ...{ action: `payment_file.${what}`, subjectKind: 'payment_file', subjectId: id },
      details: { payments, amount_minor: `${totalMinor}`, currency },
    });
  }
}
