import { BondEscrowModule } from '#bond-escrow';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { AskPayerController } from './ask.controller.tsx';
import { AskedController } from './asked.controller.tsx';
import { AskedToPays } from './asked-to-pay.service.ts';
import { BondsController } from './bonds.controller.tsx';
import { PaidBondsModule } from './paid-bonds.module.ts';

/** A payer who does not travel: asked, taking a bond on, and the bonds that one pays for. */
@Module({
  imports: [BondEscrowModule, OwnModule, PaidBondsModule, ProgrammeModule],
  controllers: [AskPayerController, AskedController, BondsController],
  providers: [AskedToPays],
})
export class PayerModule {}
