import { Cases } from '#application';
import { Bonds } from '#bond-escrow';
import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { RefundBrake } from '#refund';
import { Injectable } from '@nestjs/common';
import { ContradictionQueries, type UncontradictedRefund } from './contradiction.queries.ts';

const BATCH = 100;
const CTX = systemCtx('sweep.contradictions');

/**
 * A refund that a record stopped goes on once officers have dismissed the record, or the rules made
 * another use of it. What stays with the treasury, it lets leave by approving it.
 */
@Injectable()
export class Contradictions {
  constructor(
    private readonly database: Database,
    private readonly queries: ContradictionQueries,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly brake: RefundBrake,
  ) {}

  /** Returns how many refunds go on. */
  sweep(): Promise<number> {
    return eachDue<UncontradictedRefund>({
      batch: BATCH,
      find: (after) =>
        this.database.read(CTX, (tx) => this.queries.over(tx, { limit: BATCH, after })),
      one: (due) => this.database.write(CTX, (tx) => this.release(tx, due)),
    });
  }

  /** A record that comes meanwhile waits for the same locks, and stops it again. */
  private async release(tx: Tx, { id: refundId, caseId }: UncontradictedRefund): Promise<boolean> {
    await Promise.all([this.cases.lock(tx, caseId), this.bonds.lockOfCase(tx, caseId)]);
    const [still] = await this.queries.over(tx, { limit: 1, refundId });
    return still ? this.brake.uncontradicted(tx, still.bondId) : false;
  }
}
