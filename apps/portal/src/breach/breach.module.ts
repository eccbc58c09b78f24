import { BreachModule } from '#breach';
import { Module } from '@nestjs/common';
import { OwnFilesModule } from '../files/own-files.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { AppealController } from './appeal.controller.tsx';
import { BreachController } from './breach.controller.tsx';
import { ReplyFilesController } from './files.controller.tsx';
import { LetterController } from './letter.controller.ts';
import { OwnBreaches } from './own-breaches.service.ts';

/** A suspected breach as traveller and payer see it: notice, reply, decision, appeal. */
@Module({
  imports: [BreachModule, OwnModule, OwnFilesModule],
  controllers: [BreachController, AppealController, LetterController, ReplyFilesController],
  providers: [OwnBreaches],
})
export class OwnBreachModule {}
