import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { ProgrammeModule } from '#programme';
import { CheckedModule } from '../checked/checked.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { EvidenceController } from './evidence.controller.tsx';
import { EvidenceDesk } from './evidence-desk.service.ts';

/** Proof of departures that no border record proves. */
@Module({
  imports: [
    ApplicationModule,
    BondEscrowModule,
    DepartureModule,
    CheckedModule,
    ProgrammeModule,
    SharedModule,
  ],
  controllers: [EvidenceController],
  providers: [EvidenceDesk],
})
export class EvidenceModule {}
