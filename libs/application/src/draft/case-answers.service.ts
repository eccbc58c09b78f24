import { Identity, type MrzFlag } from '#identity';
import type { Instant } from '#kernel';
import type { Place, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DraftAnswers, QuestionAnswer } from '../domain/answers.ts';
import { CaseStore } from '../case/visa-case.store.ts';

const draftPlace = (caseId: string): Place => ({
  table: 'visa_case',
  column: 'answers_sealed',
  row: caseId,
});
const frozenPlace = (caseId: string): Place => ({
  table: 'case_submission',
  column: 'answers_sealed',
  row: caseId,
});

export interface Submission {
  readonly formVersion: string;
  readonly submittedAt: Instant;
  readonly answers: readonly QuestionAnswer[];
  /** In what the lines of the passport do not agree with the answers. */
  readonly mrzFlags: readonly MrzFlag[];
}

/** Seals and opens what applicants answered. Every opening is in the trail, so it is a write. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly store: CaseStore,
    private readonly identity: Identity,
  ) {}

  /** A draft as it stands; without pages when nothing was saved yet. */
  async draft(tx: Tx, caseId: string): Promise<DraftAnswers> {
    const sealed = await this.store.draft(tx, caseId);
    if (!sealed) return {};
    const place = draftPlace(caseId);
    const open = { subjectId: caseId, place, sealed, purpose: 'filling_in' };
    return JSON.parse(await this.identity.open(tx, open)) as DraftAnswers;
  }

  /** A draft has a key of its own: whose it is, is known only when it is submitted. */
  async saveDraft(tx: Tx, caseId: string, answers: DraftAnswers): Promise<void> {
    const plain = JSON.stringify(answers);
    const sealed = await this.identity.seal(tx, caseId, draftPlace(caseId), plain);
    await this.store.saveDraft(tx, caseId, sealed);
  }

  /** Sealed with the person's key, so that erasing the person erases them. */
  freeze(
    tx: Tx,
    caseId: string,
    personId: string,
    frozen: readonly QuestionAnswer[],
  ): Promise<Buffer> {
    return this.identity.seal(tx, personId, frozenPlace(caseId), JSON.stringify(frozen));
  }

  /** The questions as asked and the answers; null before submission or out of the actor's sight. */
  async submission(tx: Tx, caseId: string, purpose: string): Promise<Submission | null> {
    const row = await this.store.submission(tx, caseId);
    if (!row) return null;
    const plain = await this.identity.open(tx, {
      subjectId: row.subjectId,
      place: frozenPlace(caseId),
      sealed: row.answersSealed,
      purpose,
    });
    const answers = JSON.parse(plain) as QuestionAnswer[];
    const { formVersion, submittedAt, mrzFlags } = row;
    return { formVersion, submittedAt, answers, mrzFlags };
  }
}
