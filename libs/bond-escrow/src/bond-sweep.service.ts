import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { Lapses } from './bond/lapses.service.ts';
import { SilentPayers } from './payer/silent-payers.service.ts';
import { Posting } from './payment/posting.service.ts';

/** Deadlines that passed, payers who did not answer, and payments left in between by a process that died. */
@Injectable()
export class BondSweep implements Swept {
  constructor(
    private readonly lapses: Lapses,
    private readonly posting: Posting,
    private readonly payers: SilentPayers,
  ) {}

  sweepParts(): SweepParts {
    return {
      lapses: () => this.lapses.sweep(),
      'payments in between': () => this.posting.settleInBetween(),
      'payers who did not answer': () => this.payers.sweep(),
    };
  }
}
