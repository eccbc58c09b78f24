import { Module } from '@nestjs/common';
import { ProcessorModule } from '#processor';
import { RefundModule } from '#refund';
import { EventsController } from './events.controller.tsx';

/** What the processor told. */
@Module({
  imports: [ProcessorModule, RefundModule],
  controllers: [EventsController],
})
export class EventsModule {}
