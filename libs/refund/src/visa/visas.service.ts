import { Reviewing, type CaseRow, type DecideRefusal, type VisaRow } from '#application';
import type { Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FrozenCode } from '../domain/freeze-matrix.ts';
import { Freezes } from '../freeze/freezes.service.ts';

export type IssueRefusal = DecideRefusal | FrozenCode;

/** Visas are issued here, because what stops a case or its money has a say in it. */
@Injectable()
export class Visas {
  constructor(
    private readonly reviewing: Reviewing,
    private readonly freezes: Freezes,
  ) {}

  async issue(tx: Tx, row: CaseRow): Promise<Result<VisaRow, IssueRefusal>> {
    const stopped = await this.freezes.refusal(tx, 'issue_visa', { caseId: row.id });
    return stopped ?? this.reviewing.issueVisa(tx, row);
  }
}
