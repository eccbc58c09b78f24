import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { SharedModule } from '../shared/shared.module.ts';
import { EvidenceController } from './evidence.controller.tsx';
import { EvidencePeople } from './evidence-people.service.ts';
import { EvidenceDesk } from './evidence-desk.service.ts';

/** Proof of departures that no border record proves. */
@Module({
  imports: [
    ApplicationModule,
    BondEscrowModule,
    DepartureModule,
    IdentityModule,
    ProgrammeModule,
    SharedModule,
  ],
  controllers: [EvidenceController],
  providers: [EvidenceDesk, EvidencePeople],
})
export class EvidenceModule {}
