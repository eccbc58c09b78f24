import { ApplicationModule } from '#application';
import { BreachModule } from '#breach';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { BreachContent } from './breach-content.service.ts';
import { BreachesController } from './breaches.controller.tsx';
import { DecisionController } from './decision.controller.tsx';
import { JudgingController } from './judging.controller.tsx';
import { LetterController } from './letter.controller.ts';
import { NoticeController } from './notice.controller.tsx';

/** Breach files: lists, one file, and the forms by which it goes on. */
@Module({
  imports: [ApplicationModule, BreachModule, IdentityModule, ProgrammeModule],
  controllers: [
    ...[BreachesController, NoticeController, DecisionController, JudgingController],
    LetterController,
  ],
  providers: [BreachContent],
})
export class BreachesModule {}
