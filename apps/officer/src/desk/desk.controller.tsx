import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Asking, FormPipe, invalid, Needs, SeeOther, View, type PostedForm } from '#web';
import { DESK, type StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { DeskPage } from './desk.page.tsx';
import { Desk } from './desk.service.ts';
import { NextForm } from './next.form.ts';

@Controller()
export class DeskController {
  constructor(private readonly desk: Desk) {}

  @Get()
  @Needs(DESK)
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Query('notice') notice: unknown) {
    const desk = await this.desk.of(ctx);
    return <DeskPage view={view} staff={ctx.account} desk={desk} notice={notice} />;
  }

  @Post('desk/next')
  @Needs('case.review')
  async next(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(NextForm)) form: PostedForm<NextForm>,
  ) {
    const consulate = form.errors.length > 0 ? undefined : form.value.consulate;
    const taken = await this.desk.takeNext(ctx, consulate);
    if (taken.ok) return new SeeOther(`/cases/${taken.value.reference}?notice=taken`);
    if (taken.code === 'queue_empty') return new SeeOther('/?notice=queue_empty');
    const desk = await this.desk.of(ctx);
    const errors = [{ field: 'consulate', key: 'desk.consulateMissing' }];
    return invalid(<DeskPage view={view} staff={ctx.account} desk={desk} errors={errors} />);
  }
}
