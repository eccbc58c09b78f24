import { Identity } from '#identity';
import type { Instant } from '#kernel';
import { momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { InformationOutcome, InformationReason } from '../domain/information.ts';
import { placeOf } from './information-place.ts';
import { InformationRequest, requestUploads } from './information-request.entity.ts';

export interface InformationRequestView {
  readonly id: string;
  readonly reason: InformationReason;
  readonly text: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly answerBy: Instant;
  readonly endedAt: Instant | null;
  /** Null while the applicant has to answer. */
  readonly outcome: InformationOutcome | null;
  readonly answer: string | null;
  readonly uploadIds: readonly string[];
}

/** The newest request of a case without its words: for lists, and pages that only say where it stands. */
export type InformationStanding = Pick<InformationRequestView, 'answerBy' | 'outcome'>;

/** Requests for information as pages show them; row-level security decides whose. */
@Injectable()
export class InformationQueries {
  constructor(private readonly identity: Identity) {}

  /** The newest first. What people wrote is opened, in the trail: needs a writing transaction. */
  async ofCase(tx: Tx, caseId: string): Promise<InformationRequestView[]> {
    const order = { askedAt: 'desc', id: 'desc' } as const;
    const rows = await tx.manager
      .getRepository(InformationRequest)
      .find({ where: { caseId }, order });
    const views: InformationRequestView[] = [];
    for (const row of rows) views.push(await this.view(tx, row));
    return views;
  }

  /** Of each of these cases that was ever asked something. */
  async standings(tx: Tx, caseIds: readonly string[]): Promise<Map<string, InformationStanding>> {
    const rows = await tx.query<{
      caseId: string;
      answerBy: Date;
      outcome: InformationOutcome | null;
    }>(
      `select distinct on (case_id) case_id as "caseId", answer_by as "answerBy", outcome
       from information_request where case_id = any($1) order by case_id, asked_at desc`,
      [caseIds],
    );
    return new Map(
      rows.map(({ caseId, answerBy, outcome }) => [
        caseId,
        { answerBy: momentOf(answerBy), outcome },
      ]),
    );
  }

  /** The files of all its requests, with nothing that people wrote. */
  async filesOf(tx: Tx, caseId: string): Promise<string[]> {
    const rows = await tx.manager.getRepository(InformationRequest).findBy({ caseId });
    const ids: string[] = [];
    for (const { id } of rows) ids.push(...(await requestUploads.ids(tx, id)));
    return ids;
  }

  private async view(tx: Tx, row: InformationRequest): Promise<InformationRequestView> {
    const { textSealed, answerSealed, ...known } = row;
    const open = (column: 'text_sealed' | 'answer_sealed', sealed: Buffer) =>
      this.identity.open(tx, {
        ...{ subjectId: row.applicantAccountId, place: placeOf(column, row.id), sealed },
        purpose: 'information_request',
      });
    return {
      ...known,
      text: await open('text_sealed', textSealed),
      answer: answerSealed && (await open('answer_sealed', answerSealed)),
      uploadIds: await requestUploads.ids(tx, row.id),
    };
  }
}
