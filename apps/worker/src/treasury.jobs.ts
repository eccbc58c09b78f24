import { JobRunner } from '#platform';
import { DifferenceSettling } from '#treasury';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Carries out what the treasury decided of the operator's own money. */
@Injectable()
export class TreasuryJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly differences: DifferenceSettling,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('difference.settle', (d) =>
      this.differences.settle(String(d['differenceId'])),
    );
  }
}
