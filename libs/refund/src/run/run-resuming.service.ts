import { Database, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import { RefundRunQueries } from './refund-run.queries.ts';

const CTX = systemCtx('refunds.resume');
const BATCH = 500;

/** After a pause: puts the jobs of all that may leave. */
@Injectable()
export class RunResuming {
  constructor(
    private readonly database: Database,
    private readonly queries: RefundRunQueries,
    private readonly disbursements: NewDisbursements,
  ) {}

  /** May be repeated: a job that waits is not put twice. Returns how many it put. */
  async resume(): Promise<number> {
    let [after, put]: [string | null, number] = [null, 0];
    for (;;) {
      const from: string | null = after;
      const ids = await this.database.write(CTX, async (tx) => {
        const batch = await this.queries.toSend(tx, from, BATCH);
        await this.disbursements.sendAll(tx, batch);
        return batch;
      });
      put += ids.length;
      after = ids.at(-1) ?? null;
      if (ids.length < BATCH) return put;
    }
  }
}
