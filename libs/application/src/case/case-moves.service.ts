import { AuditLog, type AuditEvent } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMails, type CaseMailFacts, type CaseMailOrder } from './case-mails.service.ts';
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
    const [moved] = await this.moveAll(tx, [row], event, more);
    return moved!;
  }

  /** The same step of many, all or none. */
  async moveAll(
    tx: Tx,
    rows: readonly CaseRow[],
    event: CaseEvent,
    { reasonCode, mail, facts }: MoveWith = {},
  ): Promise<CaseRow[]> {
    const moved = await this.store.moveAll(tx, rows, event, reasonCode);
    const why = reasonCode && { reason: reasonCode };
    const entries = rows.map((row) => entryOf(row, event, { from: row.state, ...why }));
    await this.audit.writeAll(tx, entries);
    await this.releaseDocuments(tx, moved);
    if (mail)
      await this.mails.sendAll(
        tx,
        rows.map((row) => mailOf(row, mail, facts)),
      );
    return moved;
  }

  /** Tells the applicant of a step, with the facts that matter for it. */
  tell(tx: Tx, row: CaseRow, template: CaseMail, facts?: CaseMailFacts): Promise<void> {
    return this.mails.send(tx, mailOf(row, template, facts));
  }

  /** Puts into the trail what is no step of the lifecycle. */
  note(tx: Tx, row: CaseRow, what: string, details: Record<string, string> = {}): Promise<void> {
    return this.audit.write(tx, entryOf(row, what, details));
  }

  private async releaseDocuments(tx: Tx, moved: readonly CaseRow[]): Promise<void> {
    for (const state of new Set(moved.map((row) => row.state))) {
      if (!releasesDocuments(state)) continue;
      const ids = moved.filter((row) => row.state === state).map((row) => row.id);
      await this.documents.release(tx, ids, state);
    }
  }
}

const entryOf = ({ id }: CaseRow, what: string, details: Record<string, string>): AuditEvent => ({
  ...{ action: `case.${what}`, subjectKind: 'visa_case', subjectId: id, details },
});

const mailOf = (row: CaseRow, template: CaseMail, facts: CaseMailFacts = {}): CaseMailOrder => {
  const { contactPointId, reference, consulateId } = row;
  return { contactPointId, template, reference, consulateId, facts };
};
