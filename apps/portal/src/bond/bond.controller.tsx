import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config, Database } from '#platform';
import { ctxOf, Needs, SeeOther, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { DirectionPage } from './direction.page.tsx';
import { OwnBonds } from './own-bonds.service.ts';

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
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Query('signed') signed: unknown,
  ) {
    const own = await this.database.read(ctxOf(request), (tx) => this.bonds.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const { host } = new URL(this.config.stripe.checkoutOrigin);
    return <DirectionPage view={view} own={own} host={host} signedNow={signed === '1'} />;
  }
}
