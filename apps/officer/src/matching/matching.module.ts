import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { MatchingController } from './matching.controller.tsx';
import { MatchingDesk } from './matching-desk.service.ts';

/** Whose journeys border records may be that named nobody's passport. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, IdentityModule, TravelModule],
  controllers: [MatchingController],
  providers: [MatchingDesk],
})
export class MatchingModule {}
