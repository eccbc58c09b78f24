import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Config, Database } from '#platform';
import { Asking, type AccountCtx, Needs, SeeOther, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { DirectionPage } from './direction.page.tsx';
import { OwnBonds } from '../own/own-bonds.service.ts';

@Controller('cases/:reference/bond')
@Needs('bond.pay')
export class BondController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** The officer's direction; there is no such page before it. */
  @Get()
  async direction(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('signed') signed: unknown,
  ) {
    const own = await this.database.read(ctx, (tx) => this.bonds.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const { host } = new URL(this.config.stripe.checkoutOrigin);
    return <DirectionPage view={view} own={own} host={host} signedNow={signed === '1'} />;
  }
}
