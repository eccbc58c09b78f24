import { Database, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RefundStore } from '../refund/refund.store.ts';
import { NewDisbursements } from './new-disbursements.service.ts';

const CTX = systemCtx('disbursement.send');
const SWEEP_MAX = 500;

/** Puts jobs for disbursements whose hold is over, or whose job or news was lost. */
@Injectable()
export class DisbursementSweep {
  constructor(
    private readonly database: Database,
    private readonly store: RefundStore,
    private readonly disbursements: NewDisbursements,
  ) {}

  /** Returns how many it put. */
  sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const ids = await this.store.takeStuck(tx, SWEEP_MAX);
      await this.disbursements.sendAll(tx, ids);
      return ids.length;
    });
  }
}
