import { CaseMails } from '#application';
import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { EvidenceRequests } from '../silence/evidence-requests.service.ts';
import type { StayFact } from './stay-fact.entity.ts';

/** What is written down about each step, whom we tell, and what it does to the traveller's clock. */
@Injectable()
export class StayTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
    private readonly requests: EvidenceRequests,
  ) {}

  note(
    tx: Tx,
    row: StayFact,
    what: string,
    more: Record<string, string | number> = {},
  ): Promise<void> {
    const { id, kind, proposal, acceptedDay, refusalReason, decisionId } = row;
    return this.audit.write(tx, {
      action: `stay_fact.${what}`,
      ...{ subjectKind: 'visa_case', subjectId: row.caseId },
      details: {
        ...{ fact: id, kind },
        ...(proposal && { proposal }),
        ...(acceptedDay && { day: `${acceptedDay}` }),
        ...(refusalReason && { refusal: refusalReason }),
        ...(decisionId && { decision: decisionId }),
        ...more,
      },
    });
  }

  /** It is an officer's turn: a clock that the traveller is under stands still (R31). */
  async sent(tx: Tx, row: StayFact, files: number): Promise<void> {
    const request = row.bondId && (await this.requests.openOf(tx, row.bondId));
    if (request) await this.requests.answered(tx, request);
    await this.note(tx, row, 'sent', { files });
  }

  /** The traveller has the days again that were left (R31), and is told where they asked. */
  async refused(tx: Tx, row: StayFact): Promise<void> {
    const request = row.bondId && (await this.requests.openOf(tx, row.bondId));
    if (request) await this.requests.goesOn(tx, request);
    await this.note(tx, row, 'refused');
    if (row.kind === 'extension' && !row.recordedBy) await this.tell(tx, row, 'stay_not_extended');
  }

  tell(tx: Tx, row: StayFact, template: 'stay_not_extended' | 'case_to_read'): Promise<void> {
    const { reference, contactPointId, consulateId } = row;
    return this.mails.send(tx, { contactPointId, template, reference, consulateId });
  }
}
