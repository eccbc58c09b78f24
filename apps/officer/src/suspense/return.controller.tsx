import { Database } from '#platform';
import { SuspenseProposals } from '#refund';
import { Asking, FormPipe, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ReturnForm } from './return.form.ts';
import { ConfirmReturnPage } from './return.page.tsx';
import { SuspenseContents } from './suspense-contents.service.ts';

/** Money in suspense goes back to who sent it, by the way it came. */
@Controller('suspense/:id/return')
@Needs('suspense.resolve')
export class ReturnController {
  constructor(
    private readonly database: Database,
    private readonly contents: SuspenseContents,
    private readonly proposals: SuspenseProposals,
  ) {}

  /** What it will cause; nothing has happened yet. */
  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const content = await this.contents.one(ctx, id);
    if (!content.movable.ok) return new SeeOther(`/suspense/${id}?notice=${content.movable.code}`);
    return <ConfirmReturnPage {...{ view, content, amount: content.movable.value }} />;
  }

  @Post()
  async propose(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(ReturnForm)) { value }: PostedForm<ReturnForm>,
  ) {
    const { movable } = await this.contents.one(ctx, id);
    const isShown = movable.ok && `${movable.value.minor}` === value.amountMinor;
    if (movable.ok && !isShown) return new SeeOther(`/suspense/${id}?notice=amount_changed`);
    const done = await this.database.write(ctx, (tx) => this.proposals.proposeReturn(tx, id));
    return new SeeOther(`/suspense/${id}?notice=${done.ok ? 'proposed' : done.code}`);
  }
}
