import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Papers } from '#notification';
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
    private readonly papers: Papers,
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
    const { own, code } = await this.database.read(ctx, async (tx) => {
      const own = await this.bonds.one(tx, reference);
      return { own, code: own && (await this.papers.codeOf(tx, 'direction', own.bond.bond.id)) };
    });
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const { host } = new URL(this.config.stripe.checkoutOrigin);
    return <DirectionPage {...{ view, own, host, code }} signedNow={signed === '1'} />;
  }
}
