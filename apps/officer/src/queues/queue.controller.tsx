import { CaseQueries, isQueueKey } from '#application';
import { Database } from '#platform';
import { Asking, Needs, SeeOther, View } from '#web';
import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { QueuePage } from './queue.page.tsx';

const ALL_CONSULATES = 'all';

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
    return this.database.show(ctx, async (tx) => {
      const asked =
        typeof query.consulate === 'string' ? query.consulate : (ctx.account.consulateId ?? '');
      const { page, after } = wishOf(query);
      const wish = { queue, accountId: ctx.account.id, consulateId: asked, page, after };
      const [consulates, found] = await Promise.all([
        this.lists.consulates(tx),
        this.queries.queue(tx, wish),
      ]);
      const consulate = consulates.has(asked) ? asked : ALL_CONSULATES;
      const list = await this.lists.withPeople(tx, found.rows);
      return (
        <QueuePage
          {...{ view, queue, consulate, found, after, list }}
          ownConsulate={ctx.account.consulateId}
        />
      );
    });
  }
}
