import { Accounts } from '#identity';
import { Config, Database } from '#platform';
import { minutesLeft, RefundRunQueries } from '#refund';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** The refund run, as its page shows it. */
@Injectable()
export class RefundRunPages {
  constructor(
    private readonly database: Database,
    private readonly runs: RefundRunQueries,
    private readonly accounts: Accounts,
    @Inject(Config) private readonly config: Config,
  ) {}

  open(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const [run, counts] = [await this.runs.current(tx), await this.runs.counts(tx)];
      const names = await this.accounts.staffNames(tx, run.pausedBy ? [run.pausedBy] : []);
      const minutes = minutesLeft(counts.waiting, this.config.refundsPerSecond);
      return { run, counts, minutes, pausedBy: run.pausedBy && names.get(run.pausedBy) };
    });
  }
}

export type RefundRunContent = Awaited<ReturnType<RefundRunPages['open']>>;
