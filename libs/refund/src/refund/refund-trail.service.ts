import { CaseMails, type CaseMailOrder } from '#application';
import { AuditLog } from '#audit';
import { money } from '#kernel';
import type { Tx } from '#platform';
import type { ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from '../disbursement/disbursement.entity.ts';
import type { Refund } from './refund.entity.ts';

export type RefundMail =
  'refund_started' | 'refund_succeeded' | 'refund_failed' | 'refund_returned';

// What a person must look at is not "done" in the trail.
const TROUBLE: ReadonlySet<string> = new Set([
  'contradicted',
  'held_back',
  'stopped',
  'unclear',
  'failed',
  'processor_failed',
  'processor_canceled',
  'success_undone',
  'bank_rejected',
  'bank_returned',
  'settled_late',
]);

/** What is written down and whom we tell about each step of returning money. */
@Injectable()
export class RefundTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  async decided(tx: Tx, refund: Refund, consulate?: ConsulateView): Promise<void> {
    await this.audit.write(tx, {
      action: 'refund.decided',
      subjectKind: 'refund',
      subjectId: refund.id,
      details: {
        ...{ rule: refund.rule, owner: refund.ownerId, decision: refund.decisionId },
        ...{ amount_minor: `${refund.amountMinor}`, currency: refund.currency },
      },
    });
    await this.mail(tx, refund, 'refund_started', consulate);
  }

  /** A step of one disbursement, for the trail. */
  of(
    tx: Tx,
    row: Disbursement,
    what: string,
    details: Record<string, string | number> = {},
  ): Promise<void> {
    return this.audit.write(tx, {
      action: `disbursement.${what}`,
      subjectKind: 'disbursement',
      subjectId: row.id,
      outcome: TROUBLE.has(what) ? 'failed' : 'done',
      details: { ...details, refund: row.refundId, attempt: row.attempt },
    });
  }

  /**
   * Tells the payer, whose money it is (R11). The mails that say that the bond is being returned
   * are not true of money beyond it, which the portal shows; that money failed to arrive is.
   */
  mail(tx: Tx, refund: Refund, template: RefundMail, consulate?: ConsulateView): Promise<void> {
    return this.mails.sendAll(tx, ordersOf(refund, template, consulate));
  }

  /** The same of many. */
  mailAll(tx: Tx, refunds: readonly Refund[], template: RefundMail): Promise<void> {
    return this.mails.sendAll(
      tx,
      refunds.flatMap((refund) => ordersOf(refund, template)),
    );
  }
}

function ordersOf(
  refund: Refund,
  template: RefundMail,
  consulate?: ConsulateView,
): CaseMailOrder[] {
  const { payerContactPointId: contactPointId, reference } = refund;
  const isNews = template === 'refund_failed' || template === 'refund_returned';
  if (refund.ownerKind !== 'bond' && !isNews) return [];
  if (!contactPointId || !reference) return []; // money without a payer we know
  const facts = { amount: money(refund.amountMinor, refund.currency) };
  return [{ contactPointId, template, reference, facts, ...(consulate && { consulate }) }];
}
