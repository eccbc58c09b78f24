import { Module } from '@nestjs/common';
import { BondEscrowModule } from '#bond-escrow';
import { NotificationModule } from '#notification';
import { OwnModule } from '../own/own.module.ts';
import { BondController } from './bond.controller.tsx';
import { PayController } from './pay.controller.tsx';
import { UndertakingController } from './undertaking.controller.tsx';

/** The direction, the undertaking and the way to pay. */
@Module({
  imports: [BondEscrowModule, NotificationModule, OwnModule],
  controllers: [BondController, PayController, UndertakingController],
})
export class BondModule {}
