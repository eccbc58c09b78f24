import { BondEscrowModule } from '#bond-escrow';
import { BreachModule } from '#breach';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { PaidBonds } from './paid-bonds.service.ts';
import { WhoPaysBonds } from './who-pays.service.ts';

/** Who pays, for the pages of both sides. */
@Module({
  imports: [BondEscrowModule, BreachModule, OwnModule, RefundModule],
  providers: [PaidBonds, WhoPaysBonds],
  exports: [PaidBonds, WhoPaysBonds],
})
export class PaidBondsModule {}
