import { Database } from '#platform';
import { SuspenseProposals } from '#refund';
import { Asking, Needs, SeeOther, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { OneSuspensePage } from './one.page.tsx';
import { SuspenseContents, type SuspenseFilter } from './suspense-contents.service.ts';
import { SuspensePage } from './suspense.page.tsx';

/** Money in suspense: the list, one of them, and who looks after it. */
@Controller('suspense')
@Needs('money.read')
export class SuspenseController {
  constructor(
    private readonly database: Database,
    private readonly contents: SuspenseContents,
    private readonly proposals: SuspenseProposals,
  ) {}

  @Get()
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const filter: SuspenseFilter = query.show === 'all' ? 'all' : 'to_decide';
    const wish = wishOf(query);
    const list = await this.contents.list(ctx, filter, wish);
    return <SuspensePage {...{ view, filter, list }} after={wish.after} />;
  }

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contents.one(ctx, id);
    return <OneSuspensePage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/take')
  @Needs('suspense.resolve')
  async take(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const taken = await this.database.write(ctx, (tx) => this.proposals.take(tx, id));
    if (!taken.ok && taken.code === 'no_such_payment') throw new NotFoundException();
    return new SeeOther(`/suspense/${id}?notice=${taken.ok ? 'taken' : taken.code}`);
  }

  @Post(':id/release')
  @Needs('suspense.resolve')
  async release(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const released = await this.database.write(ctx, (tx) => this.proposals.release(tx, id));
    return new SeeOther(`/suspense/${id}?notice=${released.ok ? 'released' : released.code}`);
  }
}
