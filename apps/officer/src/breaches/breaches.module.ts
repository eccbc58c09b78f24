import { ApplicationModule } from '#application';
import { BreachModule } from '#breach';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { BreachContent } from './breach-content.service.ts';
import { BreachesController } from './breaches.controller.tsx';
import { DecisionController } from './decision.controller.tsx';
import { GroundFiles } from './ground-files.service.ts';
import { JudgingController } from './judging.controller.tsx';
import { LetterController } from './letter.controller.ts';
import { NoticeController } from './notice.controller.tsx';

/** Breach files: lists, one file, and the forms by which it goes on. */
@Module({
  imports: [ApplicationModule, BreachModule, IdentityModule, ProgrammeModule, SharedModule],
  controllers: [
    ...[BreachesController, NoticeController, DecisionController, JudgingController],
    LetterController,
  ],
  providers: [BreachContent, GroundFiles],
})
export class BreachesModule {}
