import { CaseQueries, isQueueKey } from '#application';
import { Database } from '#platform';
import { Asking, Needs, SeeOther, View } from '#web';
import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { QueuePage } from './queue.page.tsx';

const ALL_OFFICES = 'all';

@Controller('queues')
@Needs('case.read')
export class QueueController {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly lists: CaseLists,
  ) {}

  @Get()
  first() {
    return new SeeOther('/queues/all');
  }

  @Get(':queue')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('queue') queue: string,
    @Query() query: Record<string, unknown>,
  ) {
    if (!isQueueKey(queue)) throw new NotFoundException();
    // Names are opened, which is written into the trail.
    return this.database.write(ctx, async (tx) => {
      const offices = await this.lists.offices(tx);
      const asked =
        typeof query.office === 'string' ? query.office : (ctx.account.consulateId ?? '');
      const office = offices.has(asked) ? asked : ALL_OFFICES;
      const { page, after } = wishOf(query);
      const wish = { queue, accountId: ctx.account.id, page, after };
      const found = await this.queries.queue(tx, {
        ...wish,
        consulateId: office === ALL_OFFICES ? null : office,
      });
      const list = await this.lists.withPeople(tx, found.rows);
      return (
        <QueuePage
          {...{ view, queue, office, found, after, list }}
          ownOffice={ctx.account.consulateId}
        />
      );
    });
  }
}
