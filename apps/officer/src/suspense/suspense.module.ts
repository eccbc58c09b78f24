import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller.tsx';
import { KeepController } from './keep.controller.tsx';
import { MatchController } from './match.controller.tsx';
import { ReturnController } from './return.controller.tsx';
import { SuspenseController } from './suspense.controller.tsx';
import { SuspenseContents } from './suspense-contents.service.ts';

/** Money that belongs to no bond, and what becomes of it. */
@Module({
  imports: [BondEscrowModule, IdentityModule, RefundModule],
  controllers: [
    ...[SuspenseController, AnswersController, MatchController],
    ...[ReturnController, KeepController],
  ],
  providers: [SuspenseContents],
})
export class SuspenseModule {}
