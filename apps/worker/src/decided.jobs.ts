import { CarryingOut } from '#breach';
import { EvidenceSettling, StaySettling } from '#departure';
import { JobRunner } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Carries out what two people decided about a stay or a breach. */
@Injectable()
export class DecidedJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly breaches: CarryingOut,
    private readonly evidence: EvidenceSettling,
    private readonly stays: StaySettling,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('evidence.settle', (d) => this.evidence.settle(String(d['evidenceId'])));
    await this.runner.work('stay_fact.carry_out', (d) => this.stays.settle(String(d['factId'])));
    await this.runner.work('breach.carry_out', (d) =>
      this.breaches.carryOut(String(d['rulingId'])),
    );
  }
}
