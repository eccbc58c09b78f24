import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { BankSettling } from '../bank/bank-settling.service.ts';
import { RescueSettling } from './rescue-settling.service.ts';

/** Refunds by bank: payers who give no account, and work whose job was lost. */
@Injectable()
export class RescueSweep implements Swept {
  constructor(
    private readonly rescues: RescueSettling,
    private readonly reports: BankSettling,
  ) {}

  sweepParts(): SweepParts {
    return {
      'accounts asked of payers': () => this.rescues.sweep(),
      'bank reports without a job': () => this.reports.sweep(),
    };
  }
}
