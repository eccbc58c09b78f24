import { money, type Instant, type Money } from '#kernel';
import { cause, LedgerStore, ReversalLedger } from '#ledger';
import type { Tx } from '#platform';
import type { DisputeFact } from '#processor';
import { Injectable } from '@nestjs/common';
import type { ReversalKind, ReversalMoney } from '../domain/settle-reversal.ts';
import type { Reversal } from './reversal.entity.ts';

/** How what took the money stands at the processor now, whichever kind of thing it is. */
export interface News {
  readonly kind: ReversalKind;
  readonly object: string;
  readonly processorPaymentId: string | null;
  readonly amount: Money;
  readonly money: ReversalMoney;
  readonly fees: DisputeFact['fees'];
  readonly happenedAt: Instant;
}

/** Books what a reversal's money does. */
@Injectable()
export class ReversalBooks {
  constructor(
    private readonly ledger: ReversalLedger,
    private readonly fees: LedgerStore,
  ) {}

  /** It is gone from the processor, for good or while a dispute is undecided. */
  async gone(tx: Tx, row: Reversal, had: ReversalMoney, news: News): Promise<void> {
    const { processorObject: object, receivedPaymentId } = row;
    const { happenedAt } = news;
    const amount = money(row.amountMinor, row.currency);
    if (row.kind !== 'dispute') {
      const left = { receivedPaymentId, amount, cause: cause.left(object), happenedAt };
      return this.ledger.returnedElsewhere(tx, left);
    }
    if (had === 'waiting') {
      const taken = { receivedPaymentId, amount, cause: cause.withdrawn(object), happenedAt };
      await this.ledger.withdrawn(tx, taken);
    }
    if (news.money === 'left') await this.decided(tx, row, false, happenedAt);
  }

  /** What a dispute costs, won or lost: the operator's (R29). */
  async costs(tx: Tx, { receivedPaymentId, currency }: Reversal, news: News): Promise<void> {
    const { happenedAt } = news;
    for (const { id, amount } of news.fees) {
      if (amount.currency !== currency) continue; // its payment was never kept in that currency
      await this.fees.fee(tx, { receivedPaymentId, amount, cause: cause.fee(id), happenedAt });
    }
  }

  /** It is back before anybody had settled it. */
  async back(tx: Tx, row: Reversal, had: ReversalMoney, news: News): Promise<void> {
    const { happenedAt } = news;
    if (had === 'withdrawn') return this.decided(tx, row, true, happenedAt);
    if (had !== 'left') return;
    await this.cameBack(tx, row, happenedAt, false);
  }

  private decided(tx: Tx, row: Reversal, won: boolean, happenedAt: Instant): Promise<void> {
    const { processorObject: object, receivedPaymentId } = row;
    return this.ledger.decided(tx, {
      ...{ receivedPaymentId, withdrawn: cause.withdrawn(object), won, happenedAt },
      cause: won ? cause.won(object) : cause.lost(object),
    });
  }

  /** What was gone for good is back: where it was, or in suspense. */
  cameBack(tx: Tx, row: Reversal, happenedAt: Instant, toSuspense: boolean): Promise<void> {
    const { receivedPaymentId, processorObject } = row;
    const back = { left: leftBy(row), cause: cause.cameBack(processorObject), happenedAt };
    return this.ledger.cameBack(tx, { receivedPaymentId, ...back, toSuspense });
  }
}

/** Under which cause it was booked as gone for good. */
const leftBy = ({ kind, processorObject }: Reversal): string =>
  kind === 'dispute' ? cause.lost(processorObject) : cause.left(processorObject);
