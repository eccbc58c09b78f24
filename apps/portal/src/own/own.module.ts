import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { ProgrammeModule } from '#programme';
import { OwnBonds } from './own-bonds.service.ts';
import { OwnCases } from './own-cases.service.ts';

/** The cases and bonds of whoever asks, and nobody else’s. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, ProgrammeModule],
  providers: [OwnBonds, OwnCases],
  exports: [OwnBonds, OwnCases],
})
export class OwnModule {}
