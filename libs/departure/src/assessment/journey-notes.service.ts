import type { CaseView } from '#application';
import type { PlainDate } from '#kernel';
import { newId, type Tx } from '#platform';
import type { Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import { travelDay, type Assessment } from '../domain/assess-movement.ts';
import type { Correction } from '../domain/decide-correction.ts';
import { explainCorrection, explainRecord, type Explanation } from '../domain/explain-record.ts';
import { JourneyNote } from './journey-note.entity.ts';
import { factsOf, type Subject } from './subjects.service.ts';

const NOTES_MAX = 50;

/** What travellers are told of the border's records of them, one sentence each. */
@Injectable()
export class JourneyNotes {
  /** `subject` as it was before the assessment was carried out. */
  async assessed(tx: Tx, movement: Movement, subject: Subject, assessment: Assessment) {
    const { kind } = movement;
    if (!subject.theCase || kind === 'deleted') return;
    const on = travelDay(movement, subject.port?.zone ?? 'UTC');
    const told = explainRecord(assessment, { kind, on, case: factsOf(subject).case });
    if (told) await this.add(tx, subject.theCase, movement, told, null);
  }

  /** Of a record that something had been told about. `on`: the day as the rules read the newer one. */
  async corrected(
    tx: Tx,
    { older, newer, on }: { older: Movement; newer: Movement; on: PlainDate | null },
    correction: Correction,
  ): Promise<void> {
    const before = await this.lastOf(tx, older.id);
    if (!before) return;
    const { caseId: id, applicantAccountId, code, happenedOn, leaveBy } = before;
    const told = explainCorrection(correction, { code, on: happenedOn, leaveBy }, on);
    await this.add(tx, { id, applicantAccountId }, newer, told, older.id);
  }

  /** An officer held that no rule is to use it: its traveller no longer waits for one. */
  async dismissed(tx: Tx, movement: Movement): Promise<void> {
    const before = await this.lastOf(tx, movement.id);
    if (!before) return;
    const { caseId: id, applicantAccountId, happenedOn: on } = before;
    const told = { code: 'dismissed', on, leaveBy: null } as const;
    await this.add(tx, { id, applicantAccountId }, movement, told, null);
  }

  private async lastOf(tx: Tx, movementId: string): Promise<JourneyNote | undefined> {
    const [last] = await tx.manager.getRepository(JourneyNote).find({
      where: { movementId },
      order: { learnedAt: 'desc' },
      take: 1,
    });
    return last;
  }

  /** Of one case, the oldest first: of each record what was told last, and of a replaced one nothing. */
  async ofCase(tx: Tx, caseId: string): Promise<JourneyNote[]> {
    const notes = await tx.manager.getRepository(JourneyNote).find({
      where: { caseId },
      order: { learnedAt: 'asc' },
      take: NOTES_MAX,
    });
    const replaced = new Set(notes.map((note) => note.replaces));
    const last = new Map(notes.map((note) => [note.movementId, note]));
    return notes.filter((n) => last.get(n.movementId) === n && !replaced.has(n.movementId));
  }

  private async add(
    tx: Tx,
    { id: caseId, applicantAccountId }: Pick<CaseView, 'id' | 'applicantAccountId'>,
    { id: movementId, portCode }: Movement,
    { code, on, leaveBy }: Explanation,
    replaces: string | null,
  ): Promise<void> {
    await tx.sendAlong(
      `insert into journey_note (id, case_id, applicant_account_id, movement_id, replaces, code,
         port_code, happened_on, leave_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[newId(), caseId, applicantAccountId, movementId, replaces, code, portCode],
        ...[on.toString(), leaveBy?.toString() ?? null],
      ],
    );
  }
}
