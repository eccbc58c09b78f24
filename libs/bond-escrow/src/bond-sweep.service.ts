import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { Lapses } from './bond/lapses.service.ts';
import { Posting } from './payment/posting.service.ts';

/** Deadlines that passed, and payments left in between by a process that died. */
@Injectable()
export class BondSweep implements Swept {
  constructor(
    private readonly lapses: Lapses,
    private readonly posting: Posting,
  ) {}

  sweepParts(): SweepParts {
    return {
      lapses: () => this.lapses.sweep(),
      'payments in between': () => this.posting.settleInBetween(),
    };
  }
}
