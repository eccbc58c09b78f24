import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import { money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Refund } from '../refund/refund.entity.ts';
import type { Rescue } from './rescue.entity.ts';

export type RescueMail = 'account_asked' | 'account_given' | 'account_reminder';

/** What is written down of accounts, and whom we tell: never a number, not even its end. */
@Injectable()
export class RescueTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  note(tx: Tx, row: Rescue, what: string, details: Record<string, string> = {}): Promise<void> {
    return this.audit.write(tx, {
      action: `rescue.${what}`,
      subjectKind: 'rescue',
      subjectId: row.id,
      details: { refund: row.refundId, ...details },
    });
  }

  tell(
    tx: Tx,
    row: Rescue,
    refund: Pick<Refund, 'amountMinor' | 'currency'>,
    template: RescueMail,
  ): Promise<void> {
    const { payerContactPointId: contactPointId, reference } = row;
    const facts = { amount: money(refund.amountMinor, refund.currency) };
    return this.mails.send(tx, { contactPointId, template, reference, facts });
  }
}
