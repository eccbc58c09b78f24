import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { EventInbox } from '#processor';
import { ProcessorFacts } from '#refund';

/** Turns stored processor events into facts, for as long as the process lives. */
@Injectable()
export class InboxLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stop = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly inbox: EventInbox,
    private readonly facts: ProcessorFacts,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.inbox.poll(this.facts, this.stop.signal);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }
}
