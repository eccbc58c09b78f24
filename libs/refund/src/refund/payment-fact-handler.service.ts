import { Payments } from '#bond-escrow';
import type { Tx } from '#platform';
import type { Applied, FactHandler, PaymentFact, RefOf } from '#processor';
import { Injectable } from '@nestjs/common';
import { RefundDecisions } from './refund-decisions.service.ts';

/** Applies what the processor says of payments to their bond, and returns what came beyond it. */
@Injectable()
export class PaymentFactHandler implements FactHandler<PaymentFact> {
  constructor(
    private readonly payments: Payments,
    private readonly decisions: RefundDecisions,
  ) {}

  versionOf(tx: Tx, ref: RefOf<PaymentFact>): Promise<number | null> {
    return this.payments.versionOf(tx, ref);
  }

  async apply(tx: Tx, fact: PaymentFact, seenVersion: number | null): Promise<Applied> {
    const done = await this.payments.applyFact(tx, fact, seenVersion);
    if (done.outcome !== 'applied') return done.outcome;
    if (done.surplus) await this.decisions.surplusByRule(tx, done.surplus);
    return 'applied';
  }
}
