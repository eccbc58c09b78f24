import { Reviewing, type CaseRow, type RefuseRefusal } from '#application';
import { refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectionStore } from './direction.store.ts';

/** No visa, before a bond was asked: here, because an amount that was proposed has a say in it. */
@Injectable()
export class CaseRefusals {
  constructor(
    private readonly directions: DirectionStore,
    private readonly reviewing: Reviewing,
  ) {}

  /**
   * Not while an amount waits for a second person: nobody could answer the proposal any more, and
   * what is approved must still be what was meant (R8).
   */
  async refuse(
    tx: Tx,
    row: CaseRow,
    reasonCode: string,
  ): Promise<Result<CaseRow, RefuseRefusal | 'already_proposed'>> {
    if (await this.directions.proposedFor(tx, row.id)) return refused('already_proposed');
    return this.reviewing.refuse(tx, row, reasonCode);
  }
}
