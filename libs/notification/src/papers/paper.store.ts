import { isoDay, type PlainDate } from '#kernel';
import { dayOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { PaperKind } from '../domain/papers.ts';
import type { Paper } from './paper.entity.ts';

/** What anybody may be told of a paper. */
export interface NamedPaper {
  /** Twelve signs without groups. */
  readonly code: string;
  readonly kind: PaperKind;
  readonly programmeCode: string;
  readonly issuedOn: PlainDate;
}

@Injectable()
export class PaperStore {
  async insert(tx: Tx, p: Paper): Promise<void> {
    await tx.sendAlong(
      `insert into paper (id, code, kind, subject_id, case_id, programme_code, issued_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [p.id, p.code, p.kind, p.subjectId, p.caseId, p.programmeCode, isoDay(p.issuedOn)],
    );
  }

  /** The code of the latest of its kind; null where there is none, or none to see. */
  async latest(tx: Tx, kind: PaperKind, subjectId: string): Promise<string | null> {
    const [row] = await tx.query<{ code: string }>(
      `select code from paper where subject_id = $1 and kind = $2 order by id desc limit 1`,
      [subjectId, kind],
    );
    return row?.code ?? null;
  }

  /** By its code, for anybody: the function tells this much and no more. */
  async named(tx: Tx, code: string): Promise<NamedPaper | null> {
    const [row] = await tx.query<{ kind: PaperKind; programme: string; issued: string }>(
      `select kind, programme_code as programme, issued_on::text as issued
       from app.paper_named($1)`,
      [code],
    );
    if (!row) return null;
    return { code, kind: row.kind, programmeCode: row.programme, issuedOn: dayOf(row.issued) };
  }
}
