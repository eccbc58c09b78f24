import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import { money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { bondAsked } from './bond-asked.queries.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';

type Step = 'payer_asked' | 'payer_not_asked' | 'payer_refused' | 'payer_silent';

/** What is written down of who pays, and who is told. */
@Injectable()
export class PayerTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  note(tx: Tx, row: Pick<PayerInvitation, 'id' | 'bondId'>, step: Step): Promise<void> {
    return this.write(tx, row, step, {});
  }

  /** Who pays is somebody else from now on. */
  changed(tx: Tx, row: Pick<PayerInvitation, 'id' | 'bondId'>, payer: string): Promise<void> {
    return this.write(tx, row, 'payer_changed', { payer });
  }

  /** The link, to the address that is asked. */
  async ask(tx: Tx, bond: Bond, row: PayerInvitation, secret: string): Promise<void> {
    const { reference, amountMinor, currency } = bond;
    const asked = (await bondAsked(tx, bond.id))!;
    const facts = { amount: money(amountMinor, currency), postBy: asked.clock.postBy };
    const { consulateId } = asked;
    const { contactPointId } = row;
    const order = { contactPointId, template: 'payer_asked', reference, facts, secret } as const;
    await this.mails.send(tx, { ...order, consulateId });
  }

  /** To the applicant. */
  async tell(
    tx: Tx,
    template: 'payer_accepted' | 'payer_declined',
    reference: string,
    { applicantContactPointId: contactPointId }: PayerInvitation,
  ): Promise<void> {
    await this.mails.send(tx, { contactPointId, template, reference });
  }

  /** To whoever was to pay, and need not any more. */
  async release(tx: Tx, reference: string, contactPointId: string): Promise<void> {
    await this.mails.send(tx, { contactPointId, template: 'payer_released', reference });
  }

  private write(
    tx: Tx,
    row: Pick<PayerInvitation, 'id' | 'bondId'>,
    step: Step | 'payer_changed',
    details: Record<string, string>,
  ): Promise<void> {
    return this.audit.write(tx, {
      action: `bond.${step}`,
      subjectKind: 'bond',
      subjectId: row.bondId,
      details: { invitation: row.id, ...details },
    });
  }
}
