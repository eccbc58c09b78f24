import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { ProgrammeModule } from '#programme';
import { OwnModule } from '../own/own.module.ts';
import { ApplyController } from './apply.controller.tsx';
import { CheckController } from './check.controller.tsx';
import { Drafts } from './drafts.service.ts';

/** The application form, page by page. */
@Module({
  imports: [ApplicationModule, ProgrammeModule, OwnModule],
  controllers: [ApplyController, CheckController],
  providers: [Drafts],
  exports: [Drafts],
})
export class ApplyModule {}
