import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from '../disbursement/disbursement.entity.ts';
import { nextAccountReminder } from '../domain/decide-rescue.ts';
import type { DisbursementEvent } from '../domain/disbursement.lifecycle.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { dayIn } from '#kernel';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

const FAILED: ReadonlySet<DisbursementEvent> = new Set(['bank_rejected', 'bank_returned']);

/** What the end of a transfer does to its rescue: paid, or the payer is asked for another account. */
@Injectable()
export class RescueEnds {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly trail: RescueTrail,
  ) {}

  /** In the transaction of the news; the disbursement is locked. */
  async follow(tx: Tx, disbursement: Disbursement, event: DisbursementEvent): Promise<void> {
    const seen = await this.store.byDisbursement(tx, disbursement.id);
    const row = seen && (await this.store.lock(tx, seen.id));
    if (row?.disbursementId !== disbursement.id) return;
    if (event === 'bank_booked') {
      await this.store.move(tx, row, 'bank_paid');
      return this.trail.note(tx, row, 'bank_paid');
    }
    if (!FAILED.has(event)) return;
    const today = dayIn(tx.now, row.zone);
    await this.store.move(tx, row, 'bank_refused', {
      ...{ ...UNANSWERED, disbursementId: null, accountId: null },
      ...{ askedBecause: 'bank_refused', askedAt: tx.now },
      remindOn: nextAccountReminder(today, today),
    });
    await this.trail.note(tx, row, 'bank_refused');
    const refund = await this.refunds.find(tx, row.refundId);
    // By another way it is back all the same.
    if (refund.returnedOn === null) await this.trail.tell(tx, row, refund, 'account_asked');
  }
}
