import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMails, type CaseMailFacts } from './case-mails.service.ts';
import { CaseDocuments } from '../document/case-documents.service.ts';
import { releasesDocuments } from '../domain/case-document.ts';
import type { CaseEvent } from '../domain/case.lifecycle.ts';
import type { CaseRow } from './visa-case.entity.ts';
import { CaseStore } from './visa-case.store.ts';

/** Mails that tell the applicant about a step of the case. */
export type CaseMail =
  | ('case_received' | 'case_refused' | 'case_withdrawn' | 'case_to_read')
  | ('visa_issued' | 'visa_revoked' | 'entry_recorded' | 'stay_extended');

export interface MoveWith {
  readonly reasonCode?: string;
  readonly mail?: CaseMail;
  readonly facts?: CaseMailFacts;
}

/** One step of a case, with everything that belongs to it: history, trail and mail. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly store: CaseStore,
    private readonly audit: AuditLog,
    private readonly mails: CaseMails,
    private readonly documents: CaseDocuments,
  ) {}

  /** Returns the row as it now is. Throws StateMoved where the lifecycle has no such edge. */
  async move(tx: Tx, row: CaseRow, event: CaseEvent, more: MoveWith = {}): Promise<CaseRow> {
    const { reasonCode, mail, facts } = more;
    const state = await this.store.move(tx, row, event, reasonCode);
    await this.note(tx, row, event, { from: row.state, ...(reasonCode && { reason: reasonCode }) });
    if (releasesDocuments(state)) await this.documents.release(tx, row.id, state);
    if (mail) await this.tell(tx, row, mail, facts);
    return { ...row, state, stateSince: tx.now, version: row.version + 1 };
  }

  /** Tells the applicant of a step, with the facts that matter for it. */
  tell(tx: Tx, row: CaseRow, template: CaseMail, facts: CaseMailFacts = {}): Promise<void> {
    const { contactPointId, reference, consulateId } = row;
    return this.mails.send(tx, { contactPointId, template, reference, consulateId, facts });
  }

  /** Puts into the trail what is no step of the lifecycle. */
  note(tx: Tx, row: CaseRow, what: string, details: Record<string, string> = {}): Promise<void> {
    return this.audit.write(tx, {
      action: `case.${what}`,
      subjectKind: 'visa_case',
      subjectId: row.id,
      details,
    });
  }
}
