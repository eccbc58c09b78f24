import { Directions } from '#bond-escrow';
import { Database } from '#platform';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ApprovalsPage } from './approvals.page.tsx';
import { Approvals } from './approvals.service.ts';
import { ProposalPage } from './proposal.page.tsx';
import { DeclineForm } from './decline.form.ts';

@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly directions: Directions,
  ) {}

  @Get()
  @Needs('bond.direct')
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return <ApprovalsPage view={view} list={await this.approvals.list(ctx)} />;
  }

  @Get(':id')
  @Needs('bond.direct')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contentOf(ctx, id);
    return <ProposalPage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/approve')
  @Needs('bond.approve')
  async approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const { direction } = await this.contentOf(ctx, id);
    const decided = await this.database.write(ctx, (tx) => this.directions.approve(tx, id));
    if (!decided.ok) return new SeeOther(`/approvals/${id}?notice=${decided.code}`);
    return new SeeOther(`/cases/${direction.reference}?notice=approved`);
  }

  @Post(':id/decline')
  @Needs('bond.approve')
  async decline(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(DeclineForm)) form: PostedForm<DeclineForm>,
  ) {
    const content = await this.contentOf(ctx, id);
    const again = (errors: readonly FieldError[]) =>
      invalid(<ProposalPage {...{ view, staff: ctx.account, content, errors }} />);
    if (form.errors.length > 0) return again(form.errors);
    const decided = await this.database.write(ctx, (tx) =>
      this.directions.decline(tx, id, form.value.reason),
    );
    if (!decided.ok) return new SeeOther(`/approvals/${id}?notice=${decided.code}`);
    const { reference, before } = content.direction;
    return new SeeOther(
      `/cases/${reference}?notice=${before ? 'correction_declined' : 'declined'}`,
    );
  }

  private async contentOf(ctx: StaffCtx, id: string) {
    const content = await this.approvals.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }
}
