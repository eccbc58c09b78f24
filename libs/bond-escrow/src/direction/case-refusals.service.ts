import { Reviewing, type CaseRow, type RefuseRefusal } from '#application';
import { refused, type Result } from '#kernel';
import { Jobs, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Bonds } from '../bond/bonds.service.ts';
import { putCancelJob } from '../bond/cancel-job.ts';
import { DirectionStore } from './direction.store.ts';

/** No visa: here, because an amount that was proposed or posted has a say in it. */
@Injectable()
export class CaseRefusals {
  constructor(
    private readonly directions: DirectionStore,
    private readonly reviewing: Reviewing,
    private readonly bonds: Bonds,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Not while an amount waits for a second person: nobody could answer the proposal any more, and
   * what is approved must still be what was meant (R8). A bond that is held goes back to its payer
   * (R15d).
   */
  async refuse(
    tx: Tx,
    row: CaseRow,
    reasonCode: string,
  ): Promise<Result<CaseRow, RefuseRefusal | 'already_proposed'>> {
    if (await this.directions.proposedFor(tx, row.id)) return refused('already_proposed');
    const refusal = await this.reviewing.refuse(tx, row, reasonCode);
    if (refusal.ok && (await this.bonds.ofCase(tx, row.id))?.state === 'held') {
      await putCancelJob(this.jobs, tx, row.id);
    }
    return refusal;
  }
}
