import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { RevocationsController } from './revocations.controller.tsx';
import { RevocationPages } from './revocations.service.ts';
import { RevokeController } from './revoke.controller.tsx';

/** Visas cancelled before they were used. */
@Module({
  imports: [BondEscrowModule, IdentityModule, RefundModule, DecisionsModule, SharedModule],
  controllers: [RevokeController, RevocationsController],
  providers: [RevocationPages],
})
export class RevocationsModule {}
