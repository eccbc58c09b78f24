import { CaseQueries, Reviewing } from '#application';
import { Config, countWaiting, Database } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { waitingFor } from './desk-lists.ts';

const MINE_SHOWN = 10;

/** What one person's desk shows, and the next case for it. */
@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly reviewing: Reviewing,
    private readonly caseQueries: CaseQueries,
    private readonly lists: CaseLists,
    private readonly config: Config,
  ) {}

  of(ctx: StaffCtx) {
    // Names are opened, which is written into the trail.
    return this.database.write(ctx, async (tx) => {
      const consulates = await this.lists.consulates(tx);
      const counts = await countWaiting(
        tx,
        waitingFor(ctx.account.permissions, this.config.processorHoldingDays),
        {
          consulateIds: ctx.account.consulateId
            ? [ctx.account.consulateId]
            : [...consulates.keys()],
          accountId: ctx.account.id,
        },
      );
      const wish = { queue: 'mine', accountId: ctx.account.id, page: 1 } as const;
      const reviews = ctx.account.permissions.has('case.review');
      const mine = reviews ? (await this.caseQueries.queue(tx, wish)).rows : [];
      return {
        counts,
        consulates,
        mine: await this.lists.withPeople(tx, mine.slice(0, MINE_SHOWN)),
      };
    });
  }

  takeNext(ctx: StaffCtx, chosenConsulate: string | undefined) {
    return this.database.write(ctx, (tx) =>
      this.reviewing.takeNext(tx, ctx.account.consulateId, chosenConsulate),
    );
  }
}

export type DeskContent = Awaited<ReturnType<Desk['of']>>;
