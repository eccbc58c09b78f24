import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnswerSender } from './dispute/answer-sender.service.ts';
import { DisbursementSweep } from './disbursement/disbursement-sweep.service.ts';
import { FreezeLifting } from './freeze/freeze-lifting.service.ts';
import { EndedCases } from './refund/ended-cases.service.ts';
import { DailyLook } from './reversal/daily-look.service.ts';
import { Settling } from './reversal/settling.service.ts';
import { SuspenseSettling } from './suspense/suspense-settling.service.ts';

/** Work of ours whose job was lost, and money that left unseen. */
@Injectable()
export class RefundSweep implements Swept {
  constructor(
    private readonly disbursements: DisbursementSweep,
    private readonly settling: Settling,
    private readonly look: DailyLook,
    private readonly endedCases: EndedCases,
    private readonly suspense: SuspenseSettling,
    private readonly freezes: FreezeLifting,
    private readonly answers: AnswerSender,
  ) {}

  sweepParts(): SweepParts {
    return {
      'refunds without a job': () => this.disbursements.sweep(),
      'settlements without a job': () => this.settling.sweep(),
      'bonds of ended cases without a job': () => this.endedCases.sweep(),
      'answers to disputes without a job': () => this.answers.sweep(),
      'freezes without a job': () => this.freezes.sweep(),
      'suspense decided or overtaken': () => this.suspense.sweep(),
      'what is left at the processor': () => this.look.run(),
    };
  }
}
