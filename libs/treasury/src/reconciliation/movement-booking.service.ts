import { instantFromDate, money } from '#kernel';
import { cause, TreasuryLedger } from '#ledger';
import { idFrom, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DifferenceSubject } from '../domain/difference.ts';
import { stepsOf } from '../domain/movement-steps.ts';
import { UnbookedQueries, type UnbookedMovement } from './unbooked.queries.ts';

/** Books what moves at the processor and is the operator's own; in the worker, which alone may. */
@Injectable()
export class MovementBooking {
  constructor(
    private readonly unbooked: UnbookedQueries,
    private readonly ledger: TreasuryLedger,
  ) {}

  /**
   * Payouts by the processor's schedule go to the operator's own bank and nowhere else: nobody decides
   * about them. One that was booked and comes back is booked as well.
   */
  async bookPayouts(tx: Tx, objectIds: readonly string[]): Promise<void> {
    for (const movement of await this.unbooked.payouts(tx, objectIds)) {
      await this.book(tx, 'payout', movement);
    }
  }

  /** All of it that is not in the books, as two people confirmed. */
  async bookConfirmed(tx: Tx, objectId: string, subject: DifferenceSubject): Promise<void> {
    for (const movement of await this.unbooked.of(tx, objectId)) {
      await this.book(tx, subject, movement);
    }
  }

  private async book(tx: Tx, subject: DifferenceSubject, m: UnbookedMovement): Promise<void> {
    const of = (minor: string) => money(BigInt(minor), m.currency);
    for (const step of stepsOf(subject, { amount: of(m.amount), fee: of(m.fee) })) {
      await this.ledger.step(tx, {
        ...{ ownerId: idFrom(`movement:${m.id}`), code: step.code, amount: step.amount },
        cause: step.of === 'fee' ? cause.fee(m.id) : cause.moved(m.id),
        happenedAt: instantFromDate(m.createdAt),
      });
    }
  }
}
