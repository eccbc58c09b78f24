import { Cases, mayWithdraw, type CaseRow, type WithdrawRefusal } from '#application';
import { ok, type Result } from '#kernel';
import { Jobs, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isToPost } from '../domain/bond.lifecycle.ts';
import { BondMails } from './bond-mails.service.ts';
import { Bonds } from './bonds.service.ts';
import { putCancelJob } from './cancel-job.ts';

/** The applicant takes the application back: here, because the bond goes with it. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly mails: BondMails,
    private readonly jobs: Jobs,
  ) {}

  /**
   * A bond that waits for its money is withdrawn with the case, so that nobody can pay it any more;
   * one that is held goes back to its payer (R15d). The case must be locked.
   */
  async withdraw(tx: Tx, row: CaseRow): Promise<Result<CaseRow, WithdrawRefusal>> {
    const may = mayWithdraw(row.state);
    if (!may.ok) return may;
    const bond = await this.bonds.ofCase(tx, row.id);
    const withdrawn = await this.cases.withdrawn(tx, row);
    if (bond && isToPost(bond.state)) {
      await this.bonds.move(tx, bond, 'withdrawn');
      await this.mails.released(tx, row, bond);
    }
    if (bond?.state === 'held') await putCancelJob(this.jobs, tx, row.id);
    return ok(withdrawn);
  }
}
