import { JobRunner } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MailSender } from './mail-sender.service.ts';

// A slow mail server holds up one lane, not all of them.
const WORK = { lanes: 3, everySeconds: 2 };

/** Works the queues of mails, in the worker. */
@Injectable()
export class MailJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly sender: MailSender,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const queue of ['mail.send', 'mail.open'] as const) {
      await this.runner.work(queue, ({ mailId }) => this.sender.send(String(mailId)), WORK);
    }
  }
}
