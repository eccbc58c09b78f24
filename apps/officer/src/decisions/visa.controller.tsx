import { Visas } from '#refund';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.service.ts';
import { VisaPage } from './visa.page.tsx';

@Controller('cases/:reference/visa')
@Needs('visa.issue')
export class VisaController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly visas: Visas,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'visa');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <VisaPage view={view} content={content} />;
  }

  @Post()
  async issue(@Asking() ctx: StaffCtx, @Param('reference') reference: string) {
    const issued = await this.locked.of(ctx, reference, (tx, row) => this.visas.issue(tx, row));
    return backToCase(reference, issued, 'visa_issued');
  }
}
