import { Bonds } from '#bond-escrow';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.service.ts';
import { ReopenPage } from './reopen.page.tsx';

@Controller('cases/:reference/reopen')
@Needs('bond.direct')
export class ReopenController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly bonds: Bonds,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'reopen');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <ReopenPage {...{ view, content }} />;
  }

  @Post()
  async reopen(@Asking() ctx: StaffCtx, @Param('reference') reference: string) {
    const reopened = await this.locked.of(ctx, reference, (tx, row) => this.bonds.reopen(tx, row));
    return backToCase(reference, reopened, 'reopened');
  }
}
