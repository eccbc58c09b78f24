import { DocumentsModule } from '#documents';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { OwnFiles } from './own-files.service.ts';

/** What every page on which files are added stands on. */
@Module({
  imports: [DocumentsModule, OwnModule],
  providers: [OwnFiles],
  exports: [OwnFiles],
})
export class OwnFilesModule {}
