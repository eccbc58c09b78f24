import { CarryingOut } from '#breach';
import { EvidenceSettling, StaySettling } from '#departure';
import { JobRunner } from '#platform';
import { EndedCases, Settling, SuspenseSettling } from '#refund';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Carries out what two people decided on the officers' site. */
@Injectable()
export class DecidedJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly settling: Settling,
    private readonly breaches: CarryingOut,
    private readonly evidence: EvidenceSettling,
    private readonly stays: StaySettling,
    private readonly endedCases: EndedCases,
    private readonly suspense: SuspenseSettling,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('reversal.settle', (d) => this.settling.settle(String(d['reversalId'])));
    await this.runner.work('evidence.settle', (d) => this.evidence.settle(String(d['evidenceId'])));
    await this.runner.work('suspense.settle', (d) => this.suspense.settle(String(d['proposalId'])));
    await this.runner.work('stay_fact.carry_out', (d) => this.stays.settle(String(d['factId'])));
    await this.runner.work('bond.cancel', (d) => this.endedCases.cancelBond(String(d['caseId'])));
    await this.runner.work('breach.carry_out', (d) =>
      this.breaches.carryOut(String(d['rulingId'])),
    );
  }
}
