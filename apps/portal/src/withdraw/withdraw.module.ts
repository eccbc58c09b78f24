import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { WithdrawController } from './withdraw.controller.tsx';

/** Taking an application back. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, OwnModule],
  controllers: [WithdrawController],
})
export class WithdrawModule {}
