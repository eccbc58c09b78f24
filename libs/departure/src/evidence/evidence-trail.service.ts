import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { EvidenceRequests } from '../silence/evidence-requests.service.ts';
import type { Evidence } from './evidence.entity.ts';

/** What is written down about each step, whom we tell, and what it does to the traveller's clock. */
@Injectable()
export class EvidenceTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
    private readonly requests: EvidenceRequests,
  ) {}

  note(
    tx: Tx,
    row: Evidence,
    what: string,
    more: Record<string, string | number> = {},
  ): Promise<void> {
    const { id, proposal, refusalReason, decisionId } = row;
    return this.audit.write(tx, {
      action: `evidence.${what}`,
      ...{ subjectKind: 'visa_case', subjectId: row.caseId },
      details: {
        evidence: id,
        ...(proposal && { proposal }),
        ...(refusalReason && { refusal: refusalReason }),
        ...(decisionId && { decision: decisionId }),
        ...more,
      },
    });
  }

  /** It is an officer's turn: the traveller's clock stands still (R31). */
  async sent(tx: Tx, row: Evidence, files: number): Promise<void> {
    const request = await this.requests.openOf(tx, row.bondId);
    if (request) await this.requests.answered(tx, request);
    await this.note(tx, row, 'sent', { files });
  }

  /** The traveller is told, and has the days again that were left to answer (R31). */
  async refused(tx: Tx, row: Evidence): Promise<void> {
    const { reference, contactPointId, consulateId } = row;
    const request = await this.requests.openOf(tx, row.bondId);
    if (request) await this.requests.goesOn(tx, request);
    await this.note(tx, row, 'refused');
    const template = 'evidence_refused';
    await this.mails.send(tx, { contactPointId, template, reference, consulateId });
  }

  /** The departure is proved: nobody is asked any more. */
  async carriedOut(tx: Tx, row: Evidence): Promise<void> {
    const request = await this.requests.openOf(tx, row.bondId);
    if (request) await this.requests.end(tx, request, 'proved');
    await this.note(tx, row, 'carried_out');
  }
}
