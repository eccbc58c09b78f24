import { newId, type Tx } from '#platform';
import type { Applied, DisputeFact } from '#processor';
import { Injectable } from '@nestjs/common';
import { disputeStateOf, isAwaitingAnswer, stepsBetween } from '../domain/dispute.lifecycle.ts';
import type { Owner } from '../reversal/resumption.service.ts';
import type { PaidTo } from '../reversal/reversals.service.ts';
import type { Dispute } from './dispute.entity.ts';
import { DisputeStore, type DisputeFields } from './dispute.store.ts';

/** Keeps disputes as the processor tells them. Case and bond are locked before. */
@Injectable()
export class Disputes {
  constructor(private readonly store: DisputeStore) {}

  /** Not known before. */
  async open(tx: Tx, fact: DisputeFact, paid: PaidTo, { bond }: Owner): Promise<void> {
    const row: Dispute = {
      ...{ id: newId(), processorDisputeId: fact.processorDisputeId },
      ...{ processorPaymentId: fact.processorPaymentId! },
      receivedPaymentId: paid.receivedPaymentId,
      ...{ bondId: bond?.id ?? null, caseId: bond?.caseId ?? null },
      ...{ reference: bond?.reference ?? null, currency: fact.amount.currency },
      ...{ ...fieldsOf(fact), openedAt: fact.openedAt },
      ...{ state: fact.stage === 'inquiry' ? 'question' : 'to_answer' },
      ...{ stateSince: fact.openedAt, version: 1 },
    };
    await this.store.add(tx, row);
    await this.goTo(tx, row, fact);
  }

  /** It must be locked. */
  async follow(tx: Tx, row: Dispute, fact: DisputeFact): Promise<Applied> {
    if (stepsBetween(row.state, disputeStateOf(fact)) === null) {
      return { parked: 'dispute_went_backwards' };
    }
    await this.store.tell(tx, row, fieldsOf(fact));
    await this.goTo(tx, row, fact);
    return 'applied';
  }

  private async goTo(tx: Tx, row: Dispute, fact: DisputeFact): Promise<void> {
    const steps = stepsBetween(row.state, disputeStateOf(fact)) ?? [];
    for (const event of steps) await this.store.move(tx, row, event, fact.happenedAt);
    if (!isAwaitingAnswer(row.state)) await this.overtake(tx, row);
  }

  /** An answer that nobody has sent comes too late. */
  private async overtake(tx: Tx, { id }: Dispute): Promise<void> {
    const open = await this.store.openAnswer(tx, id);
    if (!open || open.state === 'sending') return;
    const row = await this.store.lockAnswer(tx, open.id);
    if (row && row.state !== 'sending') await this.store.moveAnswer(tx, row, 'overtaken');
  }
}

const fieldsOf = (fact: DisputeFact): DisputeFields => ({
  amountMinor: fact.amount.minor,
  ...{ reason: fact.reason, networkReason: fact.networkReason },
  ...{ dueBy: fact.dueBy, submissions: fact.submissions },
});
