import { dayIn, ok, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayAskForAccount, nextAccountReminder, type NotRescued } from '../domain/decide-rescue.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Rescue } from './rescue.entity.ts';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

/** The treasury asks a payer for a bank account, once the way by which he paid is closed. */
@Injectable()
export class RescueAsking {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly trail: RescueTrail,
  ) {}

  /** Whether it may be asked now, and if not why: the page says it before anybody presses. */
  async may(tx: Tx, refundId: string): Promise<Result<true, NotRescued>> {
    return this.mayOf(tx, await this.refunds.find(tx, refundId));
  }

  async ask(tx: Tx, refundId: string): Promise<Result<Rescue, NotRescued>> {
    const refund = await this.refunds.find(tx, refundId);
    const may = await this.mayOf(tx, refund);
    if (!may.ok) return may;
    const { payerAccountId, payerContactPointId, reference, zone } = refund;
    if (!payerAccountId || !payerContactPointId || !reference) throw new Error('a payer unknown');
    const today = dayIn(tx.now, zone);
    const row: Rescue = {
      ...{ id: newId(), refundId, payerAccountId, payerContactPointId, reference, zone },
      ...{ accountId: null, state: 'asked', stateSince: tx.now, version: 1 },
      ...{ ...UNANSWERED, disbursementId: null, askedBecause: null },
      ...{ askedBy: personOf(tx), askedAt: tx.now },
      remindOn: nextAccountReminder(today, today),
    };
    if (!(await this.store.add(tx, row))) return { ok: false, code: 'already_asked' };
    await this.trail.note(tx, row, 'asked');
    await this.trail.tell(tx, row, refund, 'account_asked');
    return ok(row);
  }

  private async mayOf(tx: Tx, refund: Refund): Promise<Result<true, NotRescued>> {
    const [open, all, isFrozen] = await Promise.all([
      this.store.openOf(tx, refund.id),
      this.refunds.disbursementsOf(tx, refund.id),
      this.refunds.isReversed(tx, refund.ownerId),
    ]);
    const newest = all.at(-1)!;
    const { payerAccountId, payerContactPointId, reference } = refund;
    return mayAskForAccount({
      isReturned: refund.returnedOn !== null,
      hasPayer: Boolean(payerAccountId && payerContactPointId && reference),
      ...{ state: newest.state, attempt: newest.attempt, isFrozen, isOpen: open !== null },
      isWayClosed: refund.waitsBecause === 'way_closed',
      isPayersCash: newest.processorPaymentId.startsWith('cus_'),
    });
  }
}
