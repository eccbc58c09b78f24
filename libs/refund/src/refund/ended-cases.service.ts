import { Cases, endedStates } from '#application';
import { Bonds, endedWithHeldBond, putCancelJob } from '#bond-escrow';
import { Database, Jobs, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RefundDecisions } from './refund-decisions.service.ts';

const CTX = systemCtx('bond.cancel');
const RULE = 'R15d';
const SWEEP_MAX = 100;

/** The bond of a case that was refused or withdrawn after posting goes back by itself (R15d). */
@Injectable()
export class EndedCases {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly decisions: RefundDecisions,
    private readonly jobs: Jobs,
  ) {}

  /** The job. May be repeated: what was decided is not decided again. */
  cancelBond(caseId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const theCase = await this.cases.lock(tx, caseId);
      const bond = await this.bonds.lockOfCase(tx, caseId);
      const isOver = (endedStates as readonly string[]).includes(theCase.state);
      if (isOver && bond?.state === 'held') {
        await this.decisions.cancelByRule(tx, { theCase, bond }, RULE, null);
      }
    });
  }

  /** Puts jobs for those whose job was lost: one that fails holds up no other. Returns how many. */
  sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const caseIds = await endedWithHeldBond(tx, SWEEP_MAX);
      for (const caseId of caseIds) await putCancelJob(this.jobs, tx, caseId);
      return caseIds.length;
    });
  }
}
