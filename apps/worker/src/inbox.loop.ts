import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { EventInbox } from '#processor';
import { factRouterOf } from './facts.ts';

/** Turns stored processor events into facts, for as long as the process lives. */
@Injectable()
export class InboxLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stop = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly inbox: EventInbox,
    private readonly app: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.inbox.poll(factRouterOf(this.app), this.stop.signal);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }
}
