import { Reviewing, type CaseRow, type DecideRefusal, type VisaRow } from '#application';
import { refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReversalStore } from '../reversal/reversal.store.ts';

export type IssueRefusal = DecideRefusal | 'money_left_elsewhere';

/** Visas are issued here, because what became of the bond's money has a say in it. */
@Injectable()
export class Visas {
  constructor(
    private readonly reviewing: Reviewing,
    private readonly reversals: ReversalStore,
  ) {}

  /** Not while money of the bond left by another way and nobody has settled it (R35). */
  async issue(tx: Tx, row: CaseRow): Promise<Result<VisaRow, IssueRefusal>> {
    if (await this.reversals.isCaseFrozen(tx, row.id)) return refused('money_left_elsewhere');
    return this.reviewing.issueVisa(tx, row);
  }
}
