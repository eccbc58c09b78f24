import { Controller, Get, Param, Query } from '@nestjs/common';
import { Payers } from '#bond-escrow';
import { Papers } from '#notification';
import { Database } from '#platform';
import { Asking, type AccountCtx, Needs, SeeOther, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { WhoPaysBonds } from '../payer/who-pays.service.ts';
import { DirectionPage } from './direction.page.tsx';
import { OwnBonds } from '../own/own-bonds.service.ts';

@Controller('cases/:reference/bond')
@Needs('bond.pay')
export class BondController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly papers: Papers,
    private readonly payers: Payers,
    private readonly whoPays: WhoPaysBonds,
  ) {}

  /** The officer's direction; there is no such page before it. */
  @Get()
  async direction(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('signed') signed: unknown,
  ) {
    // Names are opened, which is written into the trail.
    return this.database.show(ctx, async (tx) => {
      const own = await this.bonds.one(tx, reference);
      if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
      const { bond } = own.bond;
      const code = await this.papers.codeOf(tx, 'direction', bond.id);
      const who = own.isApplicant ? await this.whoPays.of(tx, bond) : null;
      const traveller = who ? null : await this.payers.travellerOf(tx, bond, 'own_payments');
      const shown = { view, own, code, who, traveller };
      return <DirectionPage {...shown} signedNow={signed === '1'} />;
    });
  }
}
