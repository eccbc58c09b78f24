import { dayIn } from '#kernel';
import { Config, Database } from '#platform';
import { DeadlineQueries } from '#treasury';
import { Asking, Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { DeadlinesPage } from './deadlines.page.tsx';

@Controller('treasury/deadlines')
@Needs('money.read')
export class DeadlinesController {
  constructor(
    private readonly database: Database,
    private readonly queries: DeadlineQueries,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const holdingDays = this.config.processorHoldingDays;
    return this.database.read(ctx, async (tx) => {
      const found = await this.queries.soon(tx, holdingDays);
      return <DeadlinesPage {...{ view, ...found, holdingDays }} today={dayIn(tx.now, 'UTC')} />;
    });
  }
}
