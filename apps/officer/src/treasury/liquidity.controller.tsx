import { Temporal } from '#kernel';
import { Database } from '#platform';
import { LiquidityQueries } from '#treasury';
import { Asking, Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { LiquidityPage } from './liquidity.page.tsx';

@Controller('liquidity')
@Needs('money.read')
export class LiquidityController {
  constructor(
    private readonly database: Database,
    private readonly queries: LiquidityQueries,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const all = await this.database.read(ctx, (tx) => this.queries.all(tx));
    // How old what was told is, goes by the wall clock.
    return <LiquidityPage {...{ view, all, now: Temporal.Now.instant() }} />;
  }
}
