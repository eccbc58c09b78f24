import { toDate } from '#kernel';
import { inStates, newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CaseDocument } from './case-document.entity.ts';
import { liveStates, type CaseState } from '../domain/case.lifecycle.ts';
import type { DocumentBasis } from '../domain/case-document.ts';

const RIVALS_MAX = 20;

export type NewCaseDocument = Pick<
  CaseDocument,
  'caseId' | 'documentId' | 'basis' | 'reasonCode' | 'confirmedBy'
>;

/** A case, not this one, whose traveller is said to hold the same passport. */
export interface RivalCase {
  readonly caseId: string;
  readonly reference: string;
  readonly state: CaseState;
  /** An officer has confirmed it there. */
  readonly isConfirmed: boolean;
}

@Injectable()
export class CaseDocumentStore {
  async insert(tx: Tx, row: NewCaseDocument): Promise<void> {
    await tx.manager
      .getRepository(CaseDocument)
      .insert({ ...row, id: newId(), confirmedAt: tx.now });
  }

  /** What counts for the case now, the oldest first. */
  ofCase(tx: Tx, caseId: string): Promise<CaseDocument[]> {
    return tx.manager
      .getRepository(CaseDocument)
      .find({ where: { caseId, releasedAt: IsNull() }, order: { confirmedAt: 'asc', id: 'asc' } });
  }

  async basisOf(tx: Tx, caseId: string, documentId: string): Promise<DocumentBasis | null> {
    const [row] = await tx.query<{ basis: DocumentBasis }>(
      `select basis from case_document
       where case_id = $1 and document_id = $2 and released_at is null`,
      [caseId, documentId],
    );
    return row?.basis ?? null;
  }

  async isPassportConfirmed(tx: Tx, caseId: string): Promise<boolean> {
    const found = await tx.query(
      `select 1 from case_document
       where case_id = $1 and basis = 'passport' and released_at is null`,
      [caseId],
    );
    return found.length === 1;
  }

  /** Returns the documents that were released. */
  async releaseOf(
    tx: Tx,
    of: { caseIds: readonly string[] } | { documentId: string },
    reason: string,
  ): Promise<{ caseId: string; documentId: string }[]> {
    const [column, ids] =
      'caseIds' in of ? ['case_id', of.caseIds] : ['document_id', [of.documentId]];
    return tx.query(
      `with released as (
         update case_document set released_at = $2, release_reason = $3
         where ${column} = any($1) and released_at is null returning case_id, document_id)
       select case_id as "caseId", document_id as "documentId" from released`,
      [ids, toDate(tx.now), reason],
    );
  }

  /** Those on which any case still relies. */
  async claimed(tx: Tx, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await tx.query<{ id: string }>(
      `select document_id as id from case_document
       where document_id = any($1) and released_at is null`,
      [documentIds],
    );
    return new Set(found.map((row) => row.id));
  }

  /** Cases under way, or confirmed ones that are over, that name one of these documents. */
  async rivals(tx: Tx, documentIds: readonly string[]): Promise<RivalCase[]> {
    if (documentIds.length === 0) return [];
    return tx.query<RivalCase>(
      `select c.id as "caseId", c.reference, c.state, d.id is not null as "isConfirmed"
       from visa_case c
       left join case_document d on d.case_id = c.id and d.document_id = any($1)
         and d.released_at is null
       where (c.travel_document_id = any($1) and ${inStates(liveStates, 'c.state')})
         or d.id is not null
       order by d.id is null, c.submitted_at, c.id limit $2`,
      [documentIds, RIVALS_MAX],
    );
  }
}
