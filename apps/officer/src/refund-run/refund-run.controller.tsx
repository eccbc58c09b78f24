import { Database } from '#platform';
import { RefundRuns } from '#refund';
import { Asking, FormPipe, invalid, Needs, SeeOther, View, type PostedForm } from '#web';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { PauseForm } from './pause.form.ts';
import { RefundRunPages } from './refund-run-pages.service.ts';
import { RefundRunPage } from './refund-run.page.tsx';

/** All refunds together: how they leave, and their pause. */
@Controller('refunds/run')
@Needs('money.read')
export class RefundRunController {
  constructor(
    private readonly database: Database,
    private readonly pages: RefundRunPages,
    private readonly runs: RefundRuns,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Query('notice') notice: unknown) {
    const content = await this.pages.open(ctx);
    return <RefundRunPage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post('pause')
  @Needs('refund.approve')
  async pause(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(PauseForm)) { value, errors }: PostedForm<PauseForm>,
  ) {
    if (errors.length > 0) {
      const content = await this.pages.open(ctx);
      return invalid(<RefundRunPage {...{ view, staff: ctx.account, content, errors }} />);
    }
    const done = await this.database.write(ctx, (tx) => this.runs.pause(tx, value.reason));
    return new SeeOther(`/refunds/run?notice=${done.ok ? 'paused' : done.code}`);
  }

  @Post('resume')
  @Needs('refund.approve')
  async resume(@Asking() ctx: StaffCtx) {
    const done = await this.database.write(ctx, (tx) => this.runs.resume(tx));
    return new SeeOther(`/refunds/run?notice=${done.ok ? 'resumed' : done.code}`);
  }
}
