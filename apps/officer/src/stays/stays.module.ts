import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { CheckedModule } from '../checked/checked.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { RecordController } from './record.controller.tsx';
import { StayDesk } from './stay-desk.service.ts';
import { StaysController } from './stays.controller.tsx';

/** What is reported of stays: longer ones, applications to stay, deaths. */
@Module({
  imports: [
    ...[ApplicationModule, BondEscrowModule, DepartureModule, DocumentsModule],
    ...[IdentityModule, ProgrammeModule, DecisionsModule, CheckedModule, SharedModule],
  ],
  controllers: [RecordController, StaysController],
  providers: [StayDesk],
})
export class StaysModule {}
