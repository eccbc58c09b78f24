import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { DepartureModule } from '#departure';
import { ProgrammeModule } from '#programme';
import { OwnFilesModule } from '../files/own-files.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { EvidenceController } from './evidence.controller.tsx';
import { FilesController } from './files.controller.tsx';
import { OwnEvidence } from './own-evidence.service.ts';

/** A traveller reports a departure and proves it. */
@Module({
  imports: [ApplicationModule, DepartureModule, ProgrammeModule, OwnModule, OwnFilesModule],
  controllers: [EvidenceController, FilesController],
  providers: [OwnEvidence],
})
export class EvidenceModule {}
