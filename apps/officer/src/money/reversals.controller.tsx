import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import { DisputeQueries, ReversalQueries, Settlements, type ReversalFilter } from '#refund';
import { Asking, FormPipe, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { ProposeForm } from './propose.form.ts';
import { ReversalPage } from './reversal.page.tsx';
import { ReversalsPage } from './reversals.page.tsx';

type Step = 'propose' | 'approve' | 'decline';

/** Money that left elsewhere: the treasury's list, and the two steps by which it is settled. */
@Controller('reversals')
export class ReversalsController {
  constructor(
    private readonly database: Database,
    private readonly reversals: ReversalQueries,
    private readonly settlements: Settlements,
    private readonly accounts: Accounts,
    private readonly disputes: DisputeQueries,
  ) {}

  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const filter: ReversalFilter = query.show === 'all' ? 'all' : 'open';
    const wish = wishOf(query);
    const found = await this.database.read(ctx, (tx) => this.reversals.list(tx, filter, wish));
    return <ReversalsPage {...{ view, filter, found, after: wish.after }} />;
  }

  @Get(':id')
  @Needs('money.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    return this.database.read(ctx, async (tx) => {
      const found = await this.reversals.one(tx, id);
      if (!found) throw new NotFoundException();
      const { row, history } = found;
      const outcomes = await this.settlements.outcomes(tx, row);
      const people = [row.proposedBy, row.approvedBy].filter((p) => p !== null);
      const names = await this.accounts.staffNames(tx, people);
      const dispute = await this.disputes.ofObject(tx, row.processorObject);
      return (
        <ReversalPage
          {...{ view, staff: ctx.account, row, history, outcomes, names, notice }}
          disputeId={dispute?.id ?? null}
        />
      );
    });
  }

  @Post(':id/propose')
  @Needs('refund.approve')
  propose(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(ProposeForm)) { value }: PostedForm<ProposeForm>,
  ) {
    return this.act(ctx, id, 'propose', (tx) =>
      this.settlements.propose(tx, id, value.outcome ?? ''),
    );
  }

  @Post(':id/approve')
  @Needs('refund.approve')
  approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'approve', (tx) => this.settlements.approve(tx, id));
  }

  @Post(':id/decline')
  @Needs('refund.approve')
  decline(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'decline', (tx) => this.settlements.decline(tx, id));
  }

  private async act(
    ctx: StaffCtx,
    id: string,
    step: Step,
    work: (tx: Tx) => ReturnType<Settlements['approve']>,
  ) {
    const done = await this.database.write(ctx, work);
    if (!done.ok && done.code === 'no_such_reversal') throw new NotFoundException();
    return new SeeOther(`/reversals/${id}?notice=${done.ok ? step : done.code}`);
  }
}
