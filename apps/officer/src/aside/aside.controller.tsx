import { AsideProposals, type AsideRefusal, type MovementProposal } from '#departure';
import type { Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { FieldError } from '#web';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { AsideContents } from './aside-contents.service.ts';
import { AsidePage } from './aside.page.tsx';
import { DeclineDismissalForm } from './decline.form.ts';
import { DismissForm } from './dismiss.form.ts';

const pathOf = (id: string) => `/movements/aside/${id}`;

/** One border record that no rule decides: who has it, and what becomes of it. */
@Controller('movements/aside/:id')
@Needs('case.review')
export class AsideController {
  constructor(
    private readonly database: Database,
    private readonly contents: AsideContents,
    private readonly proposals: AsideProposals,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contents.one(ctx, id);
    return <AsidePage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post('take')
  take(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.ask(ctx, id, 'taken', (tx) => this.proposals.take(tx, id));
  }

  @Post('release')
  async release(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const released = await this.database.write(ctx, (tx) => this.proposals.release(tx, id));
    return new SeeOther(`${pathOf(id)}?notice=${released.ok ? 'released' : released.code}`);
  }

  @Post('dismiss')
  async dismiss(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(DismissForm)) { errors, value }: PostedForm<DismissForm>,
  ) {
    if (errors.length > 0) return this.again(view, ctx, id, errors);
    const said = ({ state }: MovementProposal) => (state === 'approved' ? 'dismissed' : 'proposed');
    return this.ask(ctx, id, said, (tx) => this.proposals.dismiss(tx, id, value.reason));
  }

  @Post('assess')
  assess(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.ask(ctx, id, 'asked_again', (tx) => this.proposals.assessAgain(tx, id));
  }

  @Post('proposals/:proposalId/approve')
  @Needs('bond.approve')
  async approve(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('proposalId', UuidPipe) proposalId: string,
  ) {
    const done = await this.database.write(ctx, (tx) => this.proposals.approve(tx, proposalId));
    if (!done.ok && done.code === 'no_such_proposal') throw new NotFoundException();
    return new SeeOther(`${pathOf(id)}?notice=${done.ok ? 'approved' : done.code}`);
  }

  @Post('proposals/:proposalId/decline')
  async decline(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('proposalId', UuidPipe) proposalId: string,
    @Body(FormPipe(DeclineDismissalForm)) { value }: PostedForm<DeclineDismissalForm>,
  ) {
    const reason = value.declineReason ?? '';
    const done = await this.database.write(ctx, (tx) =>
      this.proposals.decline(tx, proposalId, reason),
    );
    if (done.ok) return new SeeOther(`${pathOf(id)}?notice=declined`);
    if (done.code === 'no_such_proposal') throw new NotFoundException();
    if (done.code !== 'unknown_reason') return new SeeOther(`${pathOf(id)}?notice=${done.code}`);
    return this.again(view, ctx, id, [
      { field: 'declineReason', key: 'aside.error.declineReason' },
    ]);
  }

  private async again(view: OfficerView, ctx: StaffCtx, id: string, errors: readonly FieldError[]) {
    const content = await this.contents.one(ctx, id);
    return invalid(<AsidePage {...{ view, staff: ctx.account, content, errors }} />);
  }

  private async ask<T>(
    ctx: StaffCtx,
    id: string,
    done: string | ((value: T) => string),
    work: (tx: Tx) => Promise<Result<T, AsideRefusal>>,
  ) {
    const asked = await this.database.write(ctx, work);
    if (!asked.ok && asked.code === 'no_such_record') throw new NotFoundException();
    const notice = asked.ok ? (typeof done === 'string' ? done : done(asked.value)) : asked.code;
    return new SeeOther(`${pathOf(id)}?notice=${notice}`);
  }
}
