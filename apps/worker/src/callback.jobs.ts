import { JobRunner } from '#platform';
import { BorderCallbacks } from '#travel';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

// Addresses that are slow must not hold up those that are not.
const LANES = 4;

/** What border systems are told at their own addresses. */
@Injectable()
export class CallbackJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly callbacks: BorderCallbacks,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const send = (id: string) => this.callbacks.send(id);
    await this.runner.work('callbacks.send', (d) => send(String(d['callbackId'])), {
      lanes: LANES,
    });
  }
}
