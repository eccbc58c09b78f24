import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { ApprovalsController } from './approvals.controller.tsx';
import { Approvals } from './approvals.service.ts';

/** What a second person has to agree to. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, IdentityModule, ProgrammeModule],
  controllers: [ApprovalsController],
  providers: [Approvals],
})
export class ApprovalsModule {}
