import { ApplicationModule } from '#application';
import { Module } from '@nestjs/common';
import { OwnFilesModule } from '../files/own-files.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { InformationController } from './information.controller.tsx';
import { OwnInformation } from './own-information.service.ts';

/** What an officer asks of an applicant, and the answer. */
@Module({
  imports: [ApplicationModule, OwnModule, OwnFilesModule],
  controllers: [InformationController],
  providers: [OwnInformation],
})
export class OwnInformationModule {}
