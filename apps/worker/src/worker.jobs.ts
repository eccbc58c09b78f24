import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OpenSessions } from '#bond-escrow';
import { ImportWorker, MovementAssessor } from '#departure';
import { JobRunner, type JobData } from '#platform';
import { DisbursementSender } from '#refund';
import { FeedProver } from '#travel';
import { Sweep } from './sweep.service.ts';

/**
 * Which queue is worked by what; mail works its own. The queues' limits are in platform's
 * queues.ts.
 */
@Injectable()
export class WorkerJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly disbursements: DisbursementSender,
    private readonly movements: MovementAssessor,
    private readonly imports: ImportWorker,
    private readonly feeds: FeedProver,
    private readonly sessions: OpenSessions,
    private readonly sweep: Sweep,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('disbursement.send', (d) =>
      this.disbursements.send(String(d['disbursementId'])),
    );
    await this.runner.work('movements.assess', (d) => this.assess(d));
    await this.runner.work('movements.import', (d) => this.imports.run(String(d['importId'])));
    await this.runner.work('feeds.prove', (d) => this.feeds.prove(String(d['reportId'])));
    await this.runner.work('checkout.expire', (d) => this.sessions.expire(String(d['paymentId'])));
    await this.runner.work('sweep', () => this.sweep.run(), { everySeconds: 5 });
    await this.runner.schedule('sweep', '* * * * *');
  }

  /** The records of a border system's call, or of a page of what people brought in. */
  private assess({ batchId, importId, first, last }: JobData): Promise<void> {
    if (!importId) return this.movements.assessBatch(String(batchId));
    const page = { first: String(first), last: String(last) };
    return this.movements.assessImport(String(importId), page);
  }
}
