import { Database, type Tx } from '#platform';
import { Revocations } from '#refund';
import { Asking, Needs, SeeOther, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { RevocationPage, RevocationsPage } from './revocations.page.tsx';
import { RevocationPages } from './revocations.service.ts';

/** Visas that somebody wants cancelled, and the second person's answer. */
@Controller('revocations')
@Needs('visa.issue')
export class RevocationsController {
  constructor(
    private readonly database: Database,
    private readonly pages: RevocationPages,
    private readonly revocations: Revocations,
  ) {}

  @Get()
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return <RevocationsPage view={view} list={await this.pages.list(ctx)} />;
  }

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.pages.one(ctx, id);
    if (!content) throw new NotFoundException();
    return <RevocationPage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/approve')
  @Needs('bond.approve')
  approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer(ctx, id, 'revoked', (tx) => this.revocations.approve(tx, id));
  }

  @Post(':id/decline')
  decline(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer(ctx, id, 'revocation_declined', (tx) => this.revocations.decline(tx, id));
  }

  private async answer(
    ctx: StaffCtx,
    id: string,
    done: string,
    work: (tx: Tx) => ReturnType<Revocations['approve']>,
  ) {
    const answered = await this.database.write(ctx, work);
    if (answered.ok) return new SeeOther(`/cases/${answered.value.reference}?notice=${done}`);
    if (answered.code === 'unknown_revocation') throw new NotFoundException();
    return new SeeOther(`/revocations/${id}?notice=${answered.code}`);
  }
}
