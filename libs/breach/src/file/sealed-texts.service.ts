import { Identity } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BreachFile } from './breach-file.entity.ts';

type SealedColumn =
  | 'breach_ground.facts_sealed'
  | 'breach_question.text_sealed'
  | 'breach_question.answer_sealed'
  | 'breach_reply.text_sealed'
  | 'breach_ruling.reasons_sealed'
  | 'breach_finding.reasons_sealed'
  | 'breach_factor.note_sealed'
  | 'breach_appeal.text_sealed';

type Of = Pick<BreachFile, 'applicantAccountId'>;

/** What people wrote in a file, sealed with the key of the applicant's account. */
@Injectable()
export class SealedTexts {
  constructor(private readonly identity: Identity) {}

  seal(tx: Tx, file: Of, column: SealedColumn, row: string, text: string): Promise<Buffer> {
    return this.identity.seal(tx, file.applicantAccountId, placeOf(column, row), text.trim());
  }

  /** In the trail: needs a writing transaction. */
  open(tx: Tx, file: Of, column: SealedColumn, row: string, sealed: Buffer): Promise<string> {
    const subjectId = file.applicantAccountId;
    const place = placeOf(column, row);
    return this.identity.open(tx, { subjectId, place, sealed, purpose: 'breach_file' });
  }
}

function placeOf(named: SealedColumn, row: string) {
  const [table = '', column = ''] = named.split('.');
  return { table, column, row };
}
