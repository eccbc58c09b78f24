import { Database, type Tx } from '#platform';
import { CaseFreezes } from '#refund';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View, type PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { FreezePages } from './freeze-pages.service.ts';
import { LiftForm } from './freezes.form.ts';
import { FreezesPage, OneFreezePage } from './freezes.page.tsx';

/** Cases that stand still, and what two people say of that. */
@Controller('freezes')
@Needs('visa.issue')
export class FreezesController {
  constructor(
    private readonly database: Database,
    private readonly pages: FreezePages,
    private readonly freezes: CaseFreezes,
  ) {}

  @Get()
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return <FreezesPage view={view} list={await this.pages.list(ctx)} />;
  }

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.open(ctx, id);
    return <OneFreezePage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/lift')
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(LiftForm)) { value, errors }: PostedForm<LiftForm>,
  ) {
    if (errors.length > 0) {
      const content = await this.open(ctx, id);
      return invalid(<OneFreezePage {...{ view, staff: ctx.account, content, errors }} />);
    }
    const { liftReason } = value;
    return this.answer(ctx, id, 'proposed', (tx) => this.freezes.proposeLift(tx, id, liftReason));
  }

  @Post(':id/approve')
  @Needs('bond.approve')
  approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer(ctx, id, 'approved', (tx) => this.freezes.approve(tx, id));
  }

  @Post(':id/decline')
  decline(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer(ctx, id, 'declined', (tx) => this.freezes.decline(tx, id));
  }

  private async open(ctx: StaffCtx, id: string) {
    const content = await this.pages.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }

  private async answer(
    ctx: StaffCtx,
    id: string,
    done: string,
    work: (tx: Tx) => ReturnType<CaseFreezes['approve']>,
  ) {
    const answered = await this.database.write(ctx, work);
    if (!answered.ok && answered.code === 'unknown_freeze') throw new NotFoundException();
    return new SeeOther(`/freezes/${id}?notice=${answered.ok ? done : answered.code}`);
  }
}
