import {
  InformationRequests,
  type AskedInformation,
  type InformationRefusal,
  type CaseRow,
} from '#application';
import { refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectionStore } from './direction.store.ts';

/** More is asked of the applicant: here, because an amount that was proposed has a say in it. */
@Injectable()
export class CaseQuestions {
  constructor(
    private readonly directions: DirectionStore,
    private readonly requests: InformationRequests,
  ) {}

  /** Not while an amount waits for a second person: what is approved must still be what was meant (R8). */
  async ask(
    tx: Tx,
    row: CaseRow,
    wish: AskedInformation,
  ): Promise<Result<CaseRow, InformationRefusal | 'already_proposed'>> {
    if (await this.directions.proposedFor(tx, row.id)) return refused('already_proposed');
    return this.requests.ask(tx, row, wish);
  }
}
