import { Module } from '@nestjs/common';
import { BondEscrowModule } from '#bond-escrow';
import { BreachModule } from '#breach';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { SharedModule } from '../shared/shared.module.ts';
import { BondsController } from './bonds.controller.tsx';
import { RefundsController } from './refunds.controller.tsx';
import { Stops } from './stops.service.ts';
import { ReversalsController } from './reversals.controller.tsx';

/** Bonds, refunds and what left elsewhere. */
@Module({
  imports: [BondEscrowModule, BreachModule, IdentityModule, RefundModule, SharedModule],
  controllers: [BondsController, RefundsController, ReversalsController],
  providers: [Stops],
})
export class MoneyModule {}
