import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAccount, FormPipe, invalid, Needs, SeeOther, View, type PostedForm } from '#web';
import { DESK, type Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { DeskPage } from './desk.page.tsx';
import { Desk } from './desk.service.ts';
import { NextForm } from './next.form.ts';

@Controller()
export class DeskController {
  constructor(private readonly desk: Desk) {}

  @Get()
  @Needs(DESK)
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Query('notice') notice: unknown,
  ) {
    const desk = await this.desk.of(staff, request.id);
    return <DeskPage view={view} staff={staff} desk={desk} notice={notice} />;
  }

  @Post('desk/next')
  @Needs('case.review')
  async next(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Body(FormPipe(NextForm)) form: PostedForm<NextForm>,
  ) {
    const office = form.errors.length > 0 ? undefined : form.value.office;
    const taken = await this.desk.takeNext(staff, request.id, office);
    if (taken.ok) return new SeeOther(`/cases/${taken.value.reference}?notice=taken`);
    if (taken.code === 'queue_empty') return new SeeOther('/?notice=queue_empty');
    const desk = await this.desk.of(staff, request.id);
    const errors = [{ field: 'office', key: 'desk.officeMissing' }];
    return invalid(<DeskPage view={view} staff={staff} desk={desk} errors={errors} />);
  }
}
