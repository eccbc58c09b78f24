import { Accounts } from '#identity';
import type { Result } from '#kernel';
import { Database, type Tx } from '#platform';
import {
  RefundQueries,
  RescueProposals,
  RescueQueries,
  RescueReading,
  type TransferRefusal,
} from '#refund';
import { Asking, FormPipe, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { AccountPage } from './account.page.tsx';
import { ReasonForm } from './reason.form.ts';

type Done = 'proposed' | 'approved' | 'declined' | 'asked_again';

/** The bank account of one refund: two people of the treasury decide whether it is paid to. */
@Controller('refunds/:id/account')
@Needs('refund.approve')
export class AccountController {
  constructor(
    private readonly database: Database,
    private readonly refunds: RefundQueries,
    private readonly rescues: RescueQueries,
    private readonly proposals: RescueProposals,
    private readonly reading: RescueReading,
    private readonly accounts: Accounts,
  ) {}

  /** A writing transaction: that the holder's name was read is in the trail. */
  @Get()
  show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    return this.database.show(ctx, async (tx) => {
      const found = await this.refunds.one(tx, id);
      const rescue = found && (await this.rescues.open(tx, id));
      if (!found || !rescue) throw new NotFoundException();
      const opened = await this.reading.opened(tx, id);
      const people = [rescue.proposedBy, rescue.decidedBy].filter((who) => who !== null);
      const names = await this.accounts.staffNames(tx, people);
      const may = await this.proposals.may(tx, id);
      const content = { refund: found.refund, rescue, opened, names, may };
      return <AccountPage {...{ view, staff: ctx.account, content, notice }} />;
    });
  }

  @Post('propose')
  propose(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'proposed', (tx) => this.proposals.propose(tx, id));
  }

  @Post('approve')
  approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'approved', (tx) => this.proposals.approve(tx, id));
  }

  @Post('decline')
  decline(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(ReasonForm)) { value }: PostedForm<ReasonForm>,
  ) {
    const reason = value.reason ?? '';
    return this.act(ctx, id, 'declined', (tx) => this.proposals.decline(tx, id, reason));
  }

  @Post('ask-again')
  askAgain(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(ReasonForm)) { value }: PostedForm<ReasonForm>,
  ) {
    const reason = value.reason ?? '';
    return this.act(ctx, id, 'asked_again', (tx) => this.proposals.askAgain(tx, id, reason));
  }

  private async act(
    ctx: StaffCtx,
    id: string,
    done: Done,
    work: (tx: Tx) => Promise<Result<unknown, TransferRefusal>>,
  ) {
    const answer = await this.database.write(ctx, async (tx) => {
      if (!(await this.rescues.open(tx, id))) throw new NotFoundException();
      return work(tx);
    });
    return new SeeOther(`/refunds/${id}/account?notice=${answer.ok ? done : answer.code}`);
  }
}
