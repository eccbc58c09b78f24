import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { EvidenceController } from './evidence.controller.tsx';
import { EvidenceFiles } from './evidence-files.service.ts';
import { EvidencePeople } from './evidence-people.service.ts';
import { EvidenceDesk } from './evidence-desk.service.ts';

/** Proof of departures that no border record proves. */
@Module({
  imports: [
    ApplicationModule,
    BondEscrowModule,
    DepartureModule,
    DocumentsModule,
    IdentityModule,
    ProgrammeModule,
  ],
  controllers: [EvidenceController],
  providers: [EvidenceDesk, EvidenceFiles, EvidencePeople],
})
export class EvidenceModule {}
