import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OpenSessions } from '#bond-escrow';
import { Config, JobRunner } from '#platform';
import { atOnceOf, DisbursementSender } from '#refund';
import { Sweep } from './sweep.service.ts';

/** The next are taken while most of those before them are still under way. */
const togetherOf = (lanes: number): number => Math.min(32, Math.ceil(lanes / 4));

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
    @Inject(Config) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const lanes = atOnceOf(this.config.refundsPerSecond);
    await this.runner.work(
      'disbursement.send',
      (d) => this.disbursements.send(String(d['disbursementId'])),
      { lanes, together: togetherOf(lanes) },
    );
    await this.runner.work('checkout.expire', (d) => this.sessions.expire(String(d['paymentId'])));
    await this.runner.work('sweep', () => this.sweep.run(), { everySeconds: 5 });
    await this.runner.schedule('sweep', '* * * * *');
  }
}
