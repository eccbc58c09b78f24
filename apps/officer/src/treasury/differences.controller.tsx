import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import {
  DifferenceQueries,
  DifferenceSteps,
  UnbookedQueries,
  type DifferenceFilter,
} from '#treasury';
import { Asking, Needs, SeeOther, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { DifferencePage } from './difference.page.tsx';
import { DifferencesPage } from './differences.page.tsx';

type Step = 'take' | 'release' | 'ask' | 'propose' | 'confirm' | 'decline';

/** What the processor and the books count differently: the queue, and one with both of its sides. */
@Controller('differences')
export class DifferencesController {
  constructor(
    private readonly database: Database,
    private readonly differences: DifferenceQueries,
    private readonly steps: DifferenceSteps,
    private readonly unbooked: UnbookedQueries,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const filter: DifferenceFilter = query.show === 'all' ? 'all' : 'open';
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const found = await this.differences.list(tx, filter, wish);
      const names = await this.namesOf(
        tx,
        found.rows.map((row) => row.takenBy),
      );
      const { now } = tx;
      return <DifferencesPage {...{ view, filter, found, names, now, after: wish.after }} />;
    });
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
      const difference = await this.differences.one(tx, id);
      if (!difference) throw new NotFoundException();
      const { row } = difference;
      const unbooked = await this.unbooked.of(tx, row.objectId);
      const names = await this.namesOf(tx, [row.takenBy, row.proposedBy, row.confirmedBy]);
      const { now } = tx;
      return (
        <DifferencePage
          {...{ view, staff: ctx.account, difference, unbooked, names, now, notice }}
        />
      );
    });
  }

  @Post(':id/take')
  @Needs('refund.approve')
  take(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'take');
  }

  @Post(':id/release')
  @Needs('refund.approve')
  release(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'release');
  }

  @Post(':id/ask')
  @Needs('refund.approve')
  ask(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'ask');
  }

  @Post(':id/propose')
  @Needs('refund.approve')
  propose(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'propose');
  }

  @Post(':id/confirm')
  @Needs('refund.approve')
  confirm(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'confirm');
  }

  @Post(':id/decline')
  @Needs('refund.approve')
  decline(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'decline');
  }

  private namesOf(tx: Tx, people: readonly (string | null)[]): Promise<Map<string, string>> {
    return this.accounts.staffNames(tx, [...new Set(people.filter((id) => id !== null))]);
  }

  private async act(ctx: StaffCtx, id: string, step: Step) {
    const done = await this.database.write(ctx, (tx) => this.steps[step](tx, id));
    if (!done.ok && done.code === 'no_such_difference') throw new NotFoundException();
    return new SeeOther(`/differences/${id}?notice=${done.ok ? step : done.code}`);
  }
}
