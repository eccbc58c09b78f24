import { dayIn, Temporal } from '#kernel';
import { Database } from '#platform';
import { ReconciliationQueries, StatementQueries } from '#treasury';
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
    private readonly statements: StatementQueries,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const reconciled = await this.queries.all(tx);
      const bank = await this.statements.figures(tx);
      const today = dayIn(tx.now, 'UTC');
      // How old what was read is, goes by the wall clock; a statement's days are of the legal one.
      const now = Temporal.Now.instant();
      return <ReconciliationPage {...{ view, reconciled, bank, now, today }} />;
    });
  }
}
