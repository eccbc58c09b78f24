import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import type { NotForBond } from '../domain/decide-payment.ts';
import { SuspenseEntry } from './suspense-entry.entity.ts';

/** One mail for each thing that happens next, since one sentence cannot serve them all. */
const MAIL_OF = {
  unknown_payment: 'payment_set_aside',
  bears_a_loss: 'payment_set_aside',
  bond_over: 'payment_late',
  not_in_full: 'payment_short',
  other_currency: 'payment_other_currency',
  bond_has_enough: 'payment_surplus',
  more_than_asked: 'payment_surplus',
  not_used: 'payment_not_used',
  came_back: 'payment_came_back',
} as const satisfies Record<NotForBond, string>;

/** Writes down why money went to suspense, and tells the payer of the bond that it came for. */
@Injectable()
export class SuspenseNotes {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  async record(tx: Tx, bond: Bond | null, entry: Omit<SuspenseEntry, 'bondId'>): Promise<void> {
    const { receivedPaymentId, why, amountMinor, currency } = entry;
    // Written once: a part of this payment may have been surplus from the beginning.
    const row = { ...entry, bondId: bond?.id ?? null };
    const insert = tx.manager.createQueryBuilder().insert().into(SuspenseEntry);
    await (why === 'came_back' ? insert.orIgnore() : insert).values(row).execute();
    await this.audit.write(tx, {
      action: 'payment.in_suspense',
      subjectKind: 'received_payment',
      subjectId: receivedPaymentId,
      details: { why, amount_minor: amountMinor.toString(), currency },
    });
    if (!bond) return;
    await this.mails.send(tx, {
      contactPointId: bond.payerContactPointId,
      template: MAIL_OF[why],
      reference: bond.reference,
    });
  }
}
