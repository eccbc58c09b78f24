import { dayIn, isOnOrBefore } from '#kernel';
import { Database, eachOf, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { nextAccountReminder } from '../domain/decide-rescue.ts';
import { rescueLifecycle } from '../domain/rescue.lifecycle.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { RescueSteps } from './rescue-steps.service.ts';
import { RescueQueries } from './rescue.queries.ts';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

const CTX = systemCtx('rescue.settle');

/** What two people decided is carried out, payers are reminded, and some rescues are not needed any more. */
@Injectable()
export class RescueSettling {
  constructor(
    private readonly database: Database,
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly queries: RescueQueries,
    private readonly steps: RescueSteps,
    private readonly trail: RescueTrail,
  ) {}

  /** Returns how many it took up. One that fails holds up no other. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.queries.due(tx));
    await eachOf(ids, (id) => this.settle(id));
    return ids.length;
  }

  /** The job, and the sweep. May be repeated. */
  settle(id: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const seen = await this.store.find(tx, id);
      if (seen?.state === 'approved') await this.steps.carryOut(tx, seen);
      const row = await this.store.lock(tx, id);
      if (!row) return;
      if (row.state === 'under_way') return this.steps.takeUpAgain(tx, row);
      const refund = await this.refunds.find(tx, row.refundId);
      if (refund.returnedOn !== null && rescueLifecycle.may(row.state, 'overtaken')) {
        await this.store.move(tx, row, 'overtaken', UNANSWERED, 'refund_returned');
        return this.trail.note(tx, row, 'overtaken');
      }
      const today = dayIn(tx.now, row.zone);
      if (row.state !== 'asked' || !isOnOrBefore(row.remindOn, today)) return;
      await this.store.setRemindOn(
        tx,
        row,
        nextAccountReminder(dayIn(row.askedAt, row.zone), today),
      );
      await this.trail.tell(tx, row, refund, 'account_reminder');
    });
  }
}
