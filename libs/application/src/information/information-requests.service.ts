import { type CheckedFile, Uploads } from '#documents';
import { Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import { newId, officerOf, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { CaseMoves } from '../case/case-moves.service.ts';
import type { CaseRow } from '../case/visa-case.entity.ts';
import { mayDecide, type DecideRefusal } from '../domain/assignment.ts';
import {
  informationClock,
  REQUESTS_OF_CASE_MAX,
  type InformationReason,
} from '../domain/information.ts';
import { placeOf } from './information-place.ts';
import { requestUploads } from './information-request.entity.ts';
import { InformationRequestStore } from './information-request.store.ts';

export interface AskedInformation {
  readonly reason: InformationReason;
  readonly text: string;
}

export type InformationRefusal = DecideRefusal | 'asked_too_often';

/** An officer asks, the applicant answers; the case is locked by whoever calls. */
@Injectable()
export class InformationRequests {
  constructor(
    private readonly store: InformationRequestStore,
    private readonly moves: CaseMoves,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly uploads: Uploads,
  ) {}

  /**
   * From now on it is the applicant's turn; what is asked stands behind the sign-in.
   * `CaseQuestions.ask` looks after an amount that waits for a second person.
   */
  async ask(
    tx: Tx,
    row: CaseRow,
    { reason, text }: AskedInformation,
  ): Promise<Result<CaseRow, InformationRefusal>> {
    const askedBy = officerOf(tx);
    // Whose passport it is may be just what is asked.
    const may = mayDecide(row, askedBy, 'information_requested', true);
    if (!may.ok) return may;
    if ((await this.store.count(tx, row.id)) >= REQUESTS_OF_CASE_MAX) {
      return refused('asked_too_often');
    }
    const { rules } = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    const id = newId();
    const { applicantAccountId } = row;
    const place = placeOf('text_sealed', id);
    await this.store.add(tx, {
      ...{ id, caseId: row.id, applicantAccountId, reason, askedBy, askedAt: tx.now },
      textSealed: await this.identity.seal(tx, applicantAccountId, place, text.trim()),
      ...informationClock(tx.now, consulate!.timeZone, rules.informationDays),
      ...{ endedAt: null, outcome: null, answerSealed: null },
    });
    const told = { reasonCode: reason, mail: 'case_to_read' } as const;
    return ok(await this.moves.move(tx, row, 'information_requested', told));
  }

  /** Taken as long as nobody has gone on without it, also after the last day. */
  async answer(tx: Tx, row: CaseRow, text: string): Promise<Result<CaseRow, 'wrong_state'>> {
    const open = await this.store.lockOpen(tx, row.id);
    if (!open || row.state !== 'information_requested') return refused('wrong_state');
    const place = placeOf('answer_sealed', open.id);
    const sealed = await this.identity.seal(tx, row.applicantAccountId, place, text.trim());
    const ended = { endedAt: tx.now, outcome: 'answered', answerSealed: sealed } as const;
    await this.store.end(tx, row.id, ended);
    return ok(await this.moves.move(tx, row, 'information_given'));
  }

  /** Adds a file that was found fit to be kept: it is the consulate's at once. */
  async addFile(
    tx: Tx,
    row: CaseRow,
    file: CheckedFile,
  ): Promise<Result<true, 'wrong_state' | 'too_many'>> {
    const open = await this.store.lockOpen(tx, row.id);
    if (!open || row.state !== 'information_requested') return refused('wrong_state');
    const use = { set: requestUploads, ownerId: open.id };
    const kept = await this.uploads.keep(tx, row, use, file);
    if (!kept.ok) return kept;
    await this.moves.note(tx, row, 'file_added', { upload: kept.value.id });
    return ok(true);
  }
}
