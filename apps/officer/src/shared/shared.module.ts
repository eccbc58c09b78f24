import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { CaseLists } from './case-lists.service.ts';
import { LockedCase } from './locked-case.service.ts';

/** What several parts of the site stand on. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, IdentityModule, ProgrammeModule],
  providers: [CaseLists, LockedCase],
  exports: [CaseLists, LockedCase],
})
export class SharedModule {}
