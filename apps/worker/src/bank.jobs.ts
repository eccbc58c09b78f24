import { JobRunner } from '#platform';
import { BankSettling, RescueSettling } from '#refund';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Refunds by bank: what two people decided, and what the bank answers. */
@Injectable()
export class BankJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly rescues: RescueSettling,
    private readonly reports: BankSettling,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('rescue.settle', (d) => this.rescues.settle(String(d['rescueId'])));
    await this.runner.work('bank_report.apply', (d) => this.reports.apply(String(d['reportId'])));
  }
}
