import { JobRunner } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MailSender } from './mail-sender.service.ts';

/** Works the queue of mails, in the worker. */
@Injectable()
export class MailJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly sender: MailSender,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('mail.send', ({ mailId }) => this.sender.send(String(mailId)));
  }
}
