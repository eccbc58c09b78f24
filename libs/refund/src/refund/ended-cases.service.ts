import { Cases, endedStates } from '#application';
import { Bonds, endedWithHeldBond } from '#bond-escrow';
import { Database, systemCtx } from '#platform';
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

  /** Takes up those whose job was lost. Returns how many. */
  async sweep(): Promise<number> {
    const caseIds = await this.database.read(CTX, (tx) => endedWithHeldBond(tx, SWEEP_MAX));
    for (const caseId of caseIds) await this.cancelBond(caseId);
    return caseIds.length;
  }
}
