import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Arrivals } from './inbox/arrivals.store.ts';
import { EventInbox } from './inbox/event-inbox.service.ts';
import { FactReader } from './inbox/fact-reader.service.ts';
import { InboxWorker } from './inbox/inbox-worker.service.ts';
import { InboxQueries } from './inbox/inbox.queries.ts';
import { InboxStore } from './inbox/inbox.store.ts';
import { ProcessorEventEntity } from './inbox/processor-event.entity.ts';
import { Processor } from './processor.port.ts';
import { StripeProcessor } from './stripe/stripe-processor.adapter.ts';

@Module({
  imports: [TypeOrmModule.forFeature([ProcessorEventEntity])],
  providers: [
    { provide: Processor, useClass: StripeProcessor },
    Arrivals,
    EventInbox,
    FactReader,
    InboxQueries,
    InboxStore,
    InboxWorker,
  ],
  exports: [Processor, EventInbox, InboxQueries],
})
export class ProcessorModule {}
