import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { CaseLists } from './case-lists.service.ts';
import { LockedCase } from './locked-case.service.ts';
import { ShownFiles } from './shown-files.service.ts';

/** What several parts of the site stand on. */
@Module({
  imports: [ApplicationModule, BondEscrowModule, DocumentsModule, IdentityModule, ProgrammeModule],
  providers: [CaseLists, LockedCase, ShownFiles],
  exports: [CaseLists, LockedCase, ShownFiles],
})
export class SharedModule {}
