import { CaseMails, CaseQueries } from '#application';
import { AuditLog, type AuditDetails } from '#audit';
import type { Bond } from '#bond-escrow';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BreachRuling } from '../ruling/breach-ruling.entity.ts';
import type { BreachFile } from './breach-file.entity.ts';

/** What is written down of each step in a file, and the mail that something is to be read. */
@Injectable()
export class BreachTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
    private readonly cases: CaseQueries,
  ) {}

  note(
    tx: Tx,
    file: Pick<BreachFile, 'id'>,
    what: string,
    details: AuditDetails = {},
  ): Promise<void> {
    const action = `breach.${what}`;
    return this.audit.write(tx, {
      action,
      subjectKind: 'breach_file',
      subjectId: file.id,
      details,
    });
  }

  /** A step of a ruling, with its amounts. */
  ruled(tx: Tx, row: BreachRuling, what: string): Promise<void> {
    const { kind, outcome, refundMinor, forfeitMinor, currency } = row;
    const amounts = { refund_minor: `${refundMinor}`, forfeit_minor: `${forfeitMinor}`, currency };
    return this.note(tx, { id: row.fileId }, `${kind}_${what}`, {
      ...{ ruling: row.id, outcome, ...amounts },
      ...(row.declineReason && { reason: row.declineReason }),
    });
  }

  /**
   * To the payer, whose money it is, and to the traveller where that is somebody else; what it is about
   * stands behind the sign-in.
   */
  async tell(
    tx: Tx,
    file: BreachFile,
    bond: Pick<Bond, 'payerContactPointId' | 'payerAccountId'>,
  ): Promise<void> {
    const { reference, consulateId, caseId, applicantAccountId } = file;
    const mail = { template: 'case_to_read', reference, consulateId } as const;
    await this.mails.send(tx, { ...mail, contactPointId: bond.payerContactPointId });
    if (bond.payerAccountId === applicantAccountId) return;
    const theCase = await this.cases.byId(tx, caseId);
    if (theCase) await this.mails.send(tx, { ...mail, contactPointId: theCase.contactPointId });
  }
}
