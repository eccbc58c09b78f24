import { Module } from '@nestjs/common';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { SharedModule } from '../shared/shared.module.ts';
import { BondsController } from './bonds.controller.tsx';
import { RefundsController } from './refunds.controller.tsx';
import { ReversalsController } from './reversals.controller.tsx';
import { SuspenseController } from './suspense.controller.tsx';

/** Bonds, refunds, what left elsewhere and what fits nowhere. */
@Module({
  imports: [BondEscrowModule, IdentityModule, RefundModule, SharedModule],
  controllers: [BondsController, RefundsController, ReversalsController, SuspenseController],
})
export class MoneyModule {}
