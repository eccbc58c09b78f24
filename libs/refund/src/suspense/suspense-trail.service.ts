import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import type { Bond } from '#bond-escrow';
import { money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';

/** What is written down about money in suspense, and whom we tell. */
@Injectable()
export class SuspenseTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
  ) {}

  note(tx: Tx, row: SuspenseProposal, what: string, reason?: string): Promise<void> {
    const { id, kind, bondId, decisionId, keepReason, keepUntil } = row;
    return this.about(tx, row.receivedPaymentId, what, {
      ...{ proposal: id, kind, amount_minor: `${row.amountMinor}`, currency: row.currency },
      ...(bondId && { bond: bondId }),
      ...(decisionId && { decision: decisionId }),
      ...(keepReason && { keep: keepReason, until: `${keepUntil}` }),
      ...(reason && { reason }),
    });
  }

  /** Who looks after it. */
  about(
    tx: Tx,
    receivedPaymentId: string,
    what: string,
    details: Record<string, string> = {},
  ): Promise<void> {
    return this.audit.write(tx, {
      action: `suspense.${what}`,
      subjectKind: 'received_payment',
      subjectId: receivedPaymentId,
      outcome: what === 'overtaken' ? 'failed' : 'done',
      details,
    });
  }

  /** The payer of the bond that it came for reads that it goes back. */
  async goesBack(tx: Tx, bond: Bond, row: SuspenseProposal): Promise<void> {
    await this.mails.send(tx, {
      contactPointId: bond.payerContactPointId,
      template: 'payment_returned',
      reference: bond.reference,
      facts: { amount: money(row.amountMinor, row.currency) },
    });
  }

  /** It had come for another bond, whose payer was told that somebody would decide. */
  async countsElsewhere(tx: Tx, bond: Bond, row: SuspenseProposal): Promise<void> {
    await this.mails.send(tx, {
      contactPointId: bond.payerContactPointId,
      template: 'payment_counted_elsewhere',
      reference: bond.reference,
      facts: { amount: money(row.amountMinor, row.currency) },
    });
  }
}
