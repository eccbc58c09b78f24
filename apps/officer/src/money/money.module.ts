import { Module } from '@nestjs/common';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { SharedModule } from '../shared/shared.module.ts';
import { BondsController } from './bonds.controller.tsx';
import { RefundsController } from './refunds.controller.tsx';
import { ReversalsController } from './reversals.controller.tsx';

/** Bonds, refunds and what left elsewhere. */
@Module({
  imports: [BondEscrowModule, IdentityModule, RefundModule, SharedModule],
  controllers: [BondsController, RefundsController, ReversalsController],
})
export class MoneyModule {}
