import { Module } from '@nestjs/common';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { TravelModule } from '#travel';
import { HandController } from './hand.controller.tsx';
import { ImportDesk } from './import-desk.service.ts';
import { ImportsController } from './imports.controller.tsx';

/** Border records that officers bring in: by a file, or one by hand. */
@Module({
  imports: [DocumentsModule, IdentityModule, ProgrammeModule, TravelModule],
  controllers: [ImportsController, HandController],
  providers: [ImportDesk],
})
export class ImportsModule {}
