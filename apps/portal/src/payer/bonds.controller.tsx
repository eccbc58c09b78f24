import { Database } from '#platform';
import { Asking, Needs, View, type AccountCtx } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { PortalView } from '../text/index.ts';
import { BondsPage } from './bonds.page.tsx';
import { PaidBonds } from './paid-bonds.service.ts';

/** One page for all bonds that somebody pays for: a family, an employer. */
@Controller('bonds')
@Needs('bond.pay')
export class BondsController {
  constructor(
    private readonly database: Database,
    private readonly paid: PaidBonds,
  ) {}

  @Get()
  async list(@View() view: PortalView, @Asking() ctx: AccountCtx) {
    const bonds = await this.database.show(ctx, (tx) => this.paid.list(tx));
    return <BondsPage {...{ view, bonds }} />;
  }
}
