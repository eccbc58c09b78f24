import { PayersCash } from '#bond-escrow';
import type { Tx } from '#platform';
import type { Applied, CashFact, FactHandler, RefOf } from '#processor';
import { Injectable } from '@nestjs/common';
import { Reversals } from '../reversal/reversals.service.ts';
import { RefundDecisions } from './refund-decisions.service.ts';

/**
 * Returns what came to the account of a transfer and was too much or too late (R6), unless its bank
 * took it back before (R35).
 */
@Injectable()
export class CashFactHandler implements FactHandler<CashFact> {
  constructor(
    private readonly cash: PayersCash,
    private readonly decisions: RefundDecisions,
    private readonly reversals: Reversals,
  ) {}

  versionOf(tx: Tx, { processorCustomerId }: RefOf<CashFact>): Promise<number | null> {
    return this.cash.versionOf(tx, processorCustomerId);
  }

  async apply(tx: Tx, fact: CashFact, seenVersion: number | null): Promise<Applied> {
    const done = await this.cash.applyFact(tx, fact, seenVersion);
    if (done === 'stale' || 'parked' in done) return done;
    for (const surplus of done.surplus) await this.decisions.surplusByRule(tx, surplus);
    for (const taken of done.takenBack) await this.reversals.recall(tx, taken);
    return 'applied';
  }
}
