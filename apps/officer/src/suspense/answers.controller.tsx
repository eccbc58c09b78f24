import { Database } from '#platform';
import { SuspenseProposals } from '#refund';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { DeclineSuspenseForm } from './decline.form.ts';
import { OneSuspensePage } from './one.page.tsx';
import { SuspenseContents } from './suspense-contents.service.ts';

/** What the second person says of a proposal, and the first one who takes it back. */
@Controller('suspense/:id/proposals/:proposalId')
@Needs('suspense.resolve')
export class AnswersController {
  constructor(
    private readonly database: Database,
    private readonly contents: SuspenseContents,
    private readonly proposals: SuspenseProposals,
  ) {}

  @Post('approve')
  async approve(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('proposalId', UuidPipe) proposalId: string,
  ) {
    const done = await this.database.write(ctx, (tx) => this.proposals.approve(tx, proposalId));
    if (!done.ok && done.code === 'no_such_proposal') throw new NotFoundException();
    return new SeeOther(`/suspense/${id}?notice=${done.ok ? 'approved' : done.code}`);
  }

  @Post('decline')
  async decline(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('proposalId', UuidPipe) proposalId: string,
    @Body(FormPipe(DeclineSuspenseForm)) { value }: PostedForm<DeclineSuspenseForm>,
  ) {
    const reason = value.reason ?? '';
    const done = await this.database.write(ctx, (tx) =>
      this.proposals.decline(tx, proposalId, reason),
    );
    if (done.ok) return new SeeOther(`/suspense/${id}?notice=declined`);
    if (done.code === 'no_such_proposal') throw new NotFoundException();
    if (done.code !== 'unknown_reason') return new SeeOther(`/suspense/${id}?notice=${done.code}`);
    const content = await this.contents.one(ctx, id);
    const errors = [{ field: 'reason', key: 'suspenseSteps.error.declineReason' }];
    return invalid(<OneSuspensePage {...{ view, staff: ctx.account, content, errors }} />);
  }
}
