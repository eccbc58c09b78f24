import { Module } from '@nestjs/common';
import { ProcessorModule } from '#processor';
import { EventsController } from './events.controller.tsx';

/** What the processor told. */
@Module({
  imports: [ProcessorModule],
  controllers: [EventsController],
})
export class EventsModule {}
