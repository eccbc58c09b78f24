import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OpenSessions } from '#bond-escrow';
import { JobRunner } from '#platform';
import { DisbursementSender } from '#refund';
import { Sweep } from './sweep.service.ts';

// The pace of 25 a second, where each answer takes the processor half a second.
const SENDING_LANES = 12;

/**
 * Which queue is worked by what, with the other files of jobs beside this one; mail works its own. The
 * queues' limits are in platform's queues.ts.
 */
@Injectable()
export class WorkerJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly disbursements: DisbursementSender,
    private readonly sessions: OpenSessions,
    private readonly sweep: Sweep,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work(
      'disbursement.send',
      (d) => this.disbursements.send(String(d['disbursementId'])),
      { lanes: SENDING_LANES },
    );
    await this.runner.work('checkout.expire', (d) => this.sessions.expire(String(d['paymentId'])));
    await this.runner.work('sweep', () => this.sweep.run(), { everySeconds: 5 });
    await this.runner.schedule('sweep', '* * * * *');
  }
}
