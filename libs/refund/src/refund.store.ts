import type { Instant, PlainDate } from '#kernel';
import { moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Disbursement } from './disbursement.entity.ts';
import {
  disbursementLifecycle,
  OPEN_STATES,
  type DisbursementEvent,
} from './domain/disbursement.lifecycle.ts';
import { Refund } from './refund.entity.ts';

export const disbursementTable = stateTable('disbursement', disbursementLifecycle);

type News = Partial<
  Pick<Disbursement, 'processorRefundId' | 'traceNumber' | 'failureReason' | 'sendingSince'>
>;

/** Writes and locks of refunds and disbursements. */
@Injectable()
export class RefundStore {
  async add(tx: Tx, refund: Refund): Promise<void> {
    await tx.manager.getRepository(Refund).insert(refund);
  }

  find(tx: Tx, id: string): Promise<Refund> {
    return tx.manager.getRepository(Refund).findOneByOrFail({ id });
  }

  async setReturnedOn(tx: Tx, refund: Refund, returnedOn: PlainDate | null): Promise<void> {
    await tx.manager.getRepository(Refund).update({ id: refund.id }, { returnedOn });
    refund.returnedOn = returnedOn;
  }

  async addAttempt(tx: Tx, row: Disbursement): Promise<void> {
    await tx.manager.getRepository(Disbursement).insert(row);
  }

  attempt(tx: Tx, id: string): Promise<Disbursement | null> {
    return tx.manager.getRepository(Disbursement).findOneBy({ id });
  }

  attemptOfProcessor(tx: Tx, processorRefundId: string): Promise<Disbursement | null> {
    return tx.manager.getRepository(Disbursement).findOneBy({ processorRefundId });
  }

  /** The row, locked until the commit. */
  lockAttempt(tx: Tx, id: string): Promise<Disbursement | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.manager.getRepository(Disbursement).findOne({ where: { id }, lock });
  }

  /** The refund's open attempt, locked; there is one at most. */
  lockOpenAttempt(tx: Tx, refundId: string): Promise<Disbursement | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { refundId, state: In([...OPEN_STATES]) };
    return tx.manager.getRepository(Disbursement).findOne({ where, lock });
  }

  /** Of one refund, the first first. */
  attemptsOf(tx: Tx, refundId: string): Promise<Disbursement[]> {
    const order = { attempt: 'asc' } as const;
    return tx.manager.getRepository(Disbursement).find({ where: { refundId }, order });
  }

  async note(tx: Tx, row: Disbursement, news: News): Promise<void> {
    await tx.manager.getRepository(Disbursement).update({ id: row.id }, news);
    Object.assign(row, news);
  }

  async approvedBy(tx: Tx, row: Disbursement, accountId: string): Promise<void> {
    await tx.manager.getRepository(Disbursement).update({ id: row.id }, { approvedBy: accountId });
    row.approvedBy = accountId;
  }

  async move(
    tx: Tx,
    row: Disbursement,
    event: DisbursementEvent,
    why: { reasonCode?: string; happenedAt?: Instant } = {},
  ): Promise<void> {
    row.state = await moveState(tx, disbursementTable, row.id, row.state, event, why);
    row.version += 1;
  }

  /**
   * Attempts that nothing is known to drive on any more, since a job or the processor's news was
   * lost: each once an hour, the longest waiting first. Notes that they were taken up.
   */
  async takeStuck(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with stuck as (
         select id from disbursement
         where (state in ('approved', 'sending')
                and state_since < $1::timestamptz - interval '10 minutes'
             or state in ('pending', 'requires_action', 'unknown')
                and state_since < $1::timestamptz - interval '1 hour')
           and (swept_at is null or swept_at < $1::timestamptz - interval '1 hour')
         order by state_since, id limit $2 for update skip locked),
       taken as (update disbursement d set swept_at = $1 from stuck where d.id = stuck.id
         returning d.id)
       select id from taken`,
      [tx.now.toString(), limit],
    );
    return rows.map((r) => r.id);
  }
}
