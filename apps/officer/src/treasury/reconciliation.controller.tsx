import { Temporal } from '#kernel';
import { Database } from '#platform';
import { ReconciliationQueries } from '#treasury';
import { Asking, Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ReconciliationPage } from './reconciliation.page.tsx';

@Controller('reconciliation')
@Needs('money.read')
export class ReconciliationController {
  constructor(
    private readonly database: Database,
    private readonly queries: ReconciliationQueries,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const reconciled = await this.database.read(ctx, (tx) => this.queries.all(tx));
    // How old what was read is, goes by the wall clock.
    return <ReconciliationPage {...{ view, reconciled, now: Temporal.Now.instant() }} />;
  }
}
