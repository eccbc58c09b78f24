import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DisbursementOutcomes } from '../disbursement/disbursement-outcomes.service.ts';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Rescue } from './rescue.entity.ts';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

/** How a transfer that two people decided on is begun; in the worker, which alone may reserve for a rule. */
@Injectable()
export class RescueSteps {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly outcomes: DisbursementOutcomes,
    private readonly newDisbursements: NewDisbursements,
    private readonly trail: RescueTrail,
    private readonly freezes: Freezes,
  ) {}

  /**
   * The disbursement that waited is withdrawn, and one by bank takes its place. Where another is on its
   * way, or something stops money of this case, it waits for the end of that.
   */
  async carryOut(tx: Tx, seen: Rescue): Promise<void> {
    const newest = (await this.refunds.disbursementsOf(tx, seen.refundId)).at(-1)!;
    const { row: waiting, refund } = await this.outcomes.lock(tx, newest);
    const row = await this.store.lock(tx, seen.id);
    if (row?.state !== 'approved' || waiting.state !== 'due') return;
    const { ownerId } = waiting;
    if (await this.freezes.stopping(tx, 'send_disbursement', { ownerId })) return;
    if (waiting.amountMinor !== row.amountMinor) {
      await this.store.move(tx, row, 'amount_changed', UNANSWERED);
      return this.trail.note(tx, row, 'amount_changed');
    }
    await this.outcomes.withdraw(tx, refund, 'goes_by_bank');
    const by = { bankAccountId: row.accountId!, approvedBy: row.decidedBy! };
    const made = await this.newDisbursements.byBank(tx, refund, waiting, by);
    await this.store.move(tx, row, 'carried_out', { disbursementId: made.id });
    await this.trail.note(tx, row, 'carried_out', { disbursement: made.id });
  }

  /** Its disbursement was stopped before it was in a file: two people decide again. */
  async takeUpAgain(tx: Tx, row: Rescue): Promise<void> {
    const made = await this.refunds.disbursement(tx, row.disbursementId!);
    if (made?.state !== 'canceled') return;
    await this.store.move(tx, row, 'withdrawn', { ...UNANSWERED, disbursementId: null });
    await this.trail.note(tx, row, 'withdrawn');
  }
}
