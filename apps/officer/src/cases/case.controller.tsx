import { Reviewing } from '#application';
import { type AskedFile, Asking, FileLink, Needs, SendsFile, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { CaseInformation } from './case-information.service.ts';
import { CaseFile } from './case-file.service.ts';
import { CasePage } from './case.page.tsx';
import { backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';

@Controller('cases/:reference')
export class CaseController {
  constructor(
    private readonly file: CaseFile,
    private readonly locked: LockedCase,
    private readonly reviewing: Reviewing,
    private readonly information: CaseInformation,
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
    const information = await this.information.of(ctx, content.row);
    return <CasePage {...{ view, staff: ctx.account, content, information, notice }} />;
  }

  @Get('files/:fileId')
  @Needs('case.read')
  @SendsFile()
  open(
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @FileLink('fileId') link: AskedFile,
  ) {
    return this.information.open(ctx, reference, link);
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
