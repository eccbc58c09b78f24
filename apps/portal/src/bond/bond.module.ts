import { Module } from '@nestjs/common';
import { BondEscrowModule } from '#bond-escrow';
import { NotificationModule } from '#notification';
import { PaidBondsModule } from '../payer/paid-bonds.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { BondController } from './bond.controller.tsx';
import { PayController } from './pay.controller.tsx';
import { UndertakingFileController } from './undertaking-file.controller.ts';
import { UndertakingController } from './undertaking.controller.tsx';

/** The direction, the undertaking and the way to pay. */
@Module({
  imports: [BondEscrowModule, NotificationModule, OwnModule, PaidBondsModule],
  controllers: [BondController, PayController, UndertakingController, UndertakingFileController],
})
export class BondModule {}
