import { JobRunner } from '#platform';
import {
  AnswerSender,
  EndedCases,
  FreezeLifting,
  RunResuming,
  Settling,
  SuspenseSettling,
} from '#refund';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Carries out what two people decided about money, or about a case whose money goes back. */
@Injectable()
export class MoneyJobs implements OnApplicationBootstrap {
  constructor(
    private readonly runner: JobRunner,
    private readonly settling: Settling,
    private readonly endedCases: EndedCases,
    private readonly suspense: SuspenseSettling,
    private readonly freezes: FreezeLifting,
    private readonly resuming: RunResuming,
    private readonly answers: AnswerSender,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.work('reversal.settle', (d) => this.settling.settle(String(d['reversalId'])));
    await this.runner.work('dispute.answer', (d) => this.answers.send(String(d['answerId'])));
    await this.runner.work('suspense.settle', (d) => this.suspense.settle(String(d['proposalId'])));
    await this.runner.work('freeze.lift', (d) => this.freezes.lift(String(d['freezeId'])));
    await this.runner.work('refunds.resume', () => this.resume());
    await this.runner.work('bond.cancel', (d) => this.endedCases.cancelBond(String(d['caseId'])));
  }

  private async resume(): Promise<void> {
    await this.resuming.resume();
    this.runner.wake('disbursement.send');
  }
}
