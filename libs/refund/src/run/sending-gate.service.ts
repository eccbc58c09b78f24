import { Config, type Tx } from '#platform';
import type { Instant } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Disbursement } from '../disbursement/disbursement.entity.ts';
import { spacingOf } from '../domain/refund-run.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { RefundRunStore } from './refund-run.store.ts';

/** What every disbursement passes before it leaves: freezes, a pause, and the processor's pace. */
@Injectable()
export class SendingGate {
  private readonly spacingSeconds: number;

  constructor(
    private readonly freezes: Freezes,
    private readonly runs: RefundRunStore,
    @Inject(Config) config: Config,
  ) {
    this.spacingSeconds = spacingOf(config.refundsPerSecond);
  }

  /**
   * When it may leave, by the wall clock: a few moments from now at most, since a worker sends few at a
   * time. Null while something stops it: what ends that puts its job anew.
   */
  async turn(tx: Tx, { ownerId }: Disbursement): Promise<Instant | null> {
    const isStopped = await this.freezes.stopping(tx, 'send_disbursement', { ownerId });
    return isStopped ? null : this.runs.takeTurn(tx, this.spacingSeconds);
  }
}
