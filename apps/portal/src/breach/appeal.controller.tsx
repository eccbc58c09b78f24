import { Appeals } from '#breach';
import { Database } from '#platform';
import { Asking, FormPipe, invalid, Limited, Needs, SeeOther, View } from '#web';
import type { AccountCtx, PostedForm } from '#web';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { PortalView } from '../text/index.ts';
import { AppealPage } from './appeal.page.tsx';
import { OwnBreaches } from './own-breaches.service.ts';
import { AppealForm } from './question.form.ts';

/** The payer's appeal, within the window (R22). */
@Controller('cases/:reference/breach/appeal')
@Needs('bond.pay')
export class AppealController {
  constructor(
    private readonly database: Database,
    private readonly breaches: OwnBreaches,
    private readonly appeals: Appeals,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const own = await this.database.show(ctx, (tx) => this.breaches.one(tx, reference));
    if (own.breach.standing !== 'declared' || !own.isPayer) {
      return new SeeOther(`/cases/${own.row.reference}/breach?notice=wrong_state`);
    }
    return <AppealPage {...{ view, own, values: {} }} />;
  }

  @Post()
  @Limited({ name: 'breach-appeal', points: 30, seconds: 3600, by: 'account' })
  async lodge(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(AppealForm)) form: PostedForm<AppealForm>,
  ) {
    const own = await this.database.write(ctx, (tx) => this.breaches.one(tx, reference));
    const { value, errors } = form;
    if (errors.length > 0) {
      return invalid(<AppealPage {...{ view, own, errors }} values={{ ...value }} />);
    }
    const { id } = own.breach.file;
    const lodged = await this.database.write(ctx, (tx) => this.appeals.lodge(tx, id, value.appeal));
    const notice = lodged.ok ? 'appealed' : lodged.code;
    return new SeeOther(`/cases/${own.row.reference}/breach?notice=${notice}`);
  }
}
