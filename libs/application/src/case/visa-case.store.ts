import { toDate } from '#kernel';
import { inStates, lockRow, lockRows, moveStates, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  caseLifecycle,
  liveStates,
  waitingStates,
  type CaseEvent,
} from '../domain/case.lifecycle.ts';
import { CaseSubmission, VisaCase, type CaseRow } from './visa-case.entity.ts';

const caseTable = stateTable('visa_case', caseLifecycle);

export interface Recorded {
  readonly personId: string;
  readonly documentId: string;
}

export type Frozen = Pick<
  CaseSubmission,
  'formVersion' | 'answersSealed' | 'arrivesOn' | 'stayDays' | 'purpose' | 'mrzFlags'
>;

/** Writes and locks of cases and submissions. */
@Injectable()
export class CaseStore {
  /** Makes one applicant's openings and submissions wait for each other, until the commit. */
  async oneAtATime(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`case:${accountId}`]);
  }

  countDrafts(tx: Tx, applicantAccountId: string): Promise<number> {
    return tx.manager.getRepository(VisaCase).countBy({ applicantAccountId, state: 'draft' });
  }

  /** The account's draft for the same consulate and rules in which nothing was answered yet. */
  async untouchedDraft(
    tx: Tx,
    wish: { accountId: string; consulateId: string; programmeCode: string },
    programmeVersion: number,
  ): Promise<{ id: string; reference: string } | null> {
    const [row] = await tx.query<{ id: string; reference: string }>(
      `select id, reference from visa_case
       where applicant_account_id = $1 and consulate_id = $2 and programme_code = $3
         and programme_version = $4 and state = 'draft' and answers_sealed is null
       order by opened_at desc limit 1`,
      [wish.accountId, wish.consulateId, wish.programmeCode, programmeVersion],
    );
    return row ?? null;
  }

  /** False when the reference is taken. */
  async insert(tx: Tx, row: CaseRow): Promise<boolean> {
    const done = await tx.query(
      `insert into visa_case (id, reference, programme_code, programme_version, consulate_id,
         applicant_account_id, contact_point_id, language, state, state_since, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       on conflict (reference) do nothing returning id`,
      [
        row.id,
        row.reference,
        row.programmeCode,
        row.programmeVersion,
        row.consulateId,
        row.applicantAccountId,
        row.contactPointId,
        row.language,
        row.state,
        toDate(row.openedAt),
      ],
    );
    return done.length === 1;
  }

  /** The row, locked until the commit; null when there is none that the actor may see. */
  lock(tx: Tx, id: string): Promise<CaseRow | null> {
    return lockRow(tx, VisaCase, 'id = $1', [id]);
  }

  /** Those that the actor may see, by id. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> {
    return lockRows(tx, VisaCase, ids);
  }

  /** The same by its reference. */
  lockByReference(tx: Tx, reference: string): Promise<CaseRow | null> {
    return lockRow(tx, VisaCase, 'reference = $1', [reference]);
  }

  /** The oldest case of a consulate that nobody holds, passing over those being taken right now. */
  async lockNext(tx: Tx, consulateId: string): Promise<CaseRow | null> {
    const [next] = await tx.query<{ id: string }>(
      `select id from visa_case
       where consulate_id = $1 and assigned_to is null and ${inStates(waitingStates)}
       order by submitted_at, id limit 1 for update skip locked`,
      [consulateId],
    );
    return next ? this.lock(tx, next.id) : null;
  }

  /** Returns them as they now are. */
  async moveAll(
    tx: Tx,
    rows: readonly CaseRow[],
    event: CaseEvent,
    reasonCode?: string,
  ): Promise<CaseRow[]> {
    const states = await moveStates(tx, caseTable, rows, event, reasonCode ? { reasonCode } : {});
    return rows.map((row, n) => ({
      ...{ ...row, state: states[n]!, stateSince: tx.now, version: row.version + 1 },
    }));
  }

  async assign(tx: Tx, id: string, officerId: string | null): Promise<void> {
    const assignedAt = officerId === null ? null : tx.now;
    await tx.manager.getRepository(VisaCase).update({ id }, { assignedTo: officerId, assignedAt });
  }

  async draft(tx: Tx, id: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ answers_sealed: Buffer | null }>(
      'select answers_sealed from visa_case where id = $1',
      [id],
    );
    return row?.answers_sealed ?? null;
  }

  async saveDraft(tx: Tx, id: string, answersSealed: Buffer | null): Promise<void> {
    await tx.manager.getRepository(VisaCase).update({ id }, { answersSealed });
  }

  /** Whether the person has another case of the programme that is not over. */
  async hasLiveCase(tx: Tx, personId: string, programmeCode: string): Promise<boolean> {
    const found = await tx.query(
      `select 1 from visa_case
       where person_id = $1 and programme_code = $2 and ${inStates(liveStates)} limit 1`,
      [personId, programmeCode],
    );
    return found.length === 1;
  }

  /** Takes the draft's answers away, names the traveller and keeps what was declared. */
  async freeze(tx: Tx, row: CaseRow, recorded: Recorded, frozen: Frozen): Promise<void> {
    await tx.manager.getRepository(VisaCase).update(
      { id: row.id },
      {
        personId: recorded.personId,
        travelDocumentId: recorded.documentId,
        submittedAt: tx.now,
        answersSealed: null,
      },
    );
    await tx.manager.getRepository(CaseSubmission).insert({
      caseId: row.id,
      applicantAccountId: row.applicantAccountId,
      subjectId: recorded.personId,
      ...frozen,
      submittedAt: tx.now,
    });
  }

  submission(tx: Tx, caseId: string): Promise<CaseSubmission | null> {
    return tx.manager
      .getRepository(CaseSubmission)
      .createQueryBuilder('s')
      .addSelect('s.answersSealed')
      .where({ caseId })
      .getOne();
  }
}
