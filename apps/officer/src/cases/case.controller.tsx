import { Reviewing } from '#application';
import type { Result } from '#kernel';
import { Asking, Needs, SeeOther, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { CaseFile } from './case-file.service.ts';
import { CasePage } from './case.page.tsx';
import { LockedCase } from './locked-case.service.ts';

/** To the case, where what stands in the way is said. The reference is the row's own. */
export const backToBlocked = (reference: string, why: string): SeeOther =>
  new SeeOther(`/cases/${reference}?notice=${why}`);

/** Back to the case, which says what happened; a case that is not there has no page. */
export function backToCase(reference: string, answer: Result<unknown>, done: string): SeeOther {
  if (answer.ok) return new SeeOther(`/cases/${reference}?notice=${done}`);
  if (answer.code === 'no_such_case') throw new NotFoundException();
  return new SeeOther(`/cases/${reference}?notice=${answer.code}`);
}

@Controller('cases/:reference')
export class CaseController {
  constructor(
    private readonly file: CaseFile,
    private readonly locked: LockedCase,
    private readonly reviewing: Reviewing,
  ) {}

  @Get()
  @Needs('case.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.file.open(ctx, reference);
    if (!content) throw new NotFoundException();
    return <CasePage view={view} staff={ctx.account} content={content} notice={notice} />;
  }

  @Post('take')
  @Needs('case.review')
  async take(@Asking() ctx: StaffCtx, @Param('reference') reference: string) {
    const taken = await this.locked.of(ctx, reference, (tx, row) =>
      this.reviewing.take(tx, row, ctx.account.consulateId),
    );
    return backToCase(reference, taken, 'taken');
  }

  @Post('release')
  @Needs('case.review')
  async release(@Asking() ctx: StaffCtx, @Param('reference') reference: string) {
    const released = await this.locked.of(ctx, reference, (tx, row) =>
      this.reviewing.release(tx, row),
    );
    return backToCase(reference, released, 'released');
  }
}
