import { AuditLog } from '#audit';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import { EventInbox, type PaymentFact } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondMails } from '../bond/bond-mails.service.ts';
import { isToPost } from '../domain/bond.lifecycle.ts';
import { isBooked, isUnsettled } from '../domain/payment.lifecycle.ts';
import { OpenSessions } from './open-sessions.service.ts';
import type { Payment } from './payment.entity.ts';

/** What follows when a payment has moved: the trail, the payer's mail, and what its transfer left over. */
@Injectable()
export class PaymentNews {
  constructor(
    private readonly audit: AuditLog,
    private readonly sessions: OpenSessions,
    private readonly inbox: EventInbox,
    private readonly mails: BondMails,
  ) {}

  async of(
    tx: Tx,
    { bond, before, payment }: { bond: Bond; before: Payment; payment: Payment },
    { happenedAt }: PaymentFact,
  ): Promise<void> {
    await this.note(tx, payment, happenedAt);
    if (payment.state === 'partially_funded') await this.mails.paying(tx, bond, 'payment_in_part');
    // A card is declined before its payer's eyes; a bank refuses days later.
    const isRefused = before.state === 'processing' && !isBooked(payment.state);
    if (isRefused) await this.mails.paying(tx, bond, 'payment_failed');
    const { processorCustomerId: customer } = payment;
    if (!customer) return;
    // A bond that is posted or over takes no transfer any more, however much of it has come.
    if (isUnsettled(payment.state)) {
      if (!isToPost(bond.state)) await this.sessions.end(tx, payment);
      return;
    }
    await this.inbox.lookUp(tx, { kind: 'cash', objectId: customer, ourId: payment.id });
  }

  private note(tx: Tx, p: Payment, happenedAt: Instant): Promise<void> {
    return this.audit.write(tx, {
      action: `payment.${p.state}`,
      subjectKind: 'payment',
      subjectId: p.id,
      details: { bond: p.bondId, happened_at: happenedAt.toString() },
    });
  }
}
