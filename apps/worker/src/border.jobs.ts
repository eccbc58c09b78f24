import { AsideSettling, ImportWorker, MovementAssessor, SilentRefunds } from '#departure';
import { JobRunner, type JobData } from '#platform';
import { FeedProver, Matching } from '#travel';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

// It comes with each batch, in masses, and a person waits for it, not a rule.
const FIND_SECONDS = 10;

/** What border systems sent, and what is found out about it. */
@Injectable()
export class BorderJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly movements: MovementAssessor,
    private readonly aside: AsideSettling,
    private readonly imports: ImportWorker,
    private readonly matching: Matching,
    private readonly feeds: FeedProver,
    private readonly silent: SilentRefunds,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { runner } = this;
    await runner.work('movements.assess', (d) => this.assess(d));
    await runner.work('movements.import', (d) => this.imports.run(String(d['importId'])));
    await runner.work('movements.join', (d) =>
      this.movements.assessJoined(String(d['candidateId'])),
    );
    await runner.work('movements.decide', (d) => this.aside.settle(String(d['proposalId'])));
    await runner.work('movements.find', (d) => this.matching.findOfBatch(String(d['batchId'])), {
      everySeconds: FIND_SECONDS,
    });
    await runner.work('documents.confirmed', (d) =>
      this.matching.findForDocument(String(d['documentId'])),
    );
    await runner.work('feeds.prove', (d) => this.feeds.prove(String(d['reportId'])));
    await runner.work('feeds.corrected', async (d) => {
      await this.silent.recheck(String(d['programmeCode']));
    });
  }

  /** The records of a border system's call, or of a page of what people brought in. */
  private assess({ batchId, importId, first, last }: JobData): Promise<void> {
    if (!importId) return this.movements.assessBatch(String(batchId));
    const page = { first: String(first), last: String(last) };
    return this.movements.assessImport(String(importId), page);
  }
}
