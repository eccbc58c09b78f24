import { CaseMails } from '#application';
import type { Bond } from '#bond-escrow';
import { money } from '#kernel';
import { newId, type Tx } from '#platform';
import type { Applied, DisputeFact } from '#processor';
import { Injectable } from '@nestjs/common';
import {
  disputeStateOf,
  isAwaitingAnswer,
  stepsBetween,
  type DisputeEvent,
} from '../domain/dispute.lifecycle.ts';
import type { Owner } from '../reversal/resumption.service.ts';
import type { PaidTo } from '../reversal/reversals.service.ts';
import type { Dispute } from './dispute.entity.ts';
import { DisputeStore, type DisputeFields } from './dispute.store.ts';

/** Keeps disputes as the processor tells them. Case and bond are locked before. */
@Injectable()
export class Disputes {
  constructor(
    private readonly store: DisputeStore,
    private readonly mails: CaseMails,
  ) {}

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
    const isDispute = row.state === 'to_answer';
    await this.goTo(tx, row, fact);
    // One that was over before we heard of it is no news.
    if (isDispute && row.state !== 'won') await this.mail(tx, row, bond, 'payment_disputed');
  }

  /** It must be locked. */
  async follow(tx: Tx, row: Dispute, fact: DisputeFact, { bond }: Owner): Promise<Applied> {
    if (stepsBetween(row.state, disputeStateOf(fact)) === null) {
      return { parked: 'dispute_went_backwards' };
    }
    await this.store.tell(tx, row, fieldsOf(fact));
    const steps = await this.goTo(tx, row, fact);
    if (row.state === 'won' && steps.includes('won')) {
      await this.mail(tx, row, bond, 'payment_stands');
    } else if (steps.includes('disputed') || steps.includes('appealed')) {
      await this.mail(tx, row, bond, 'payment_disputed');
    }
    return 'applied';
  }

  /** What happened on the way. */
  private async goTo(tx: Tx, row: Dispute, fact: DisputeFact): Promise<readonly DisputeEvent[]> {
    const steps = stepsBetween(row.state, disputeStateOf(fact)) ?? [];
    for (const event of steps) await this.store.move(tx, row, event, fact.happenedAt);
    if (!isAwaitingAnswer(row.state)) await this.overtake(tx, row);
    return steps;
  }

  /** To whoever pays: it is their bank, and perhaps their word. */
  private async mail(
    tx: Tx,
    { amountMinor, currency }: Dispute,
    bond: Bond | null,
    template: 'payment_disputed' | 'payment_stands',
  ): Promise<void> {
    if (!bond) return;
    const { payerContactPointId: contactPointId, reference } = bond;
    const facts = { amount: money(amountMinor, currency) };
    await this.mails.send(tx, { contactPointId, template, reference, facts });
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
