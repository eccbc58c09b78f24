import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { SharedModule } from '../shared/shared.module.ts';
import { QueueController } from './queue.controller.tsx';

/** Lists of cases that wait. */
@Module({
  imports: [ApplicationModule, SharedModule],
  controllers: [QueueController],
})
export class QueuesModule {}
