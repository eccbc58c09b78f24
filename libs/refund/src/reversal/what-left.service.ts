import type { Instant } from '#kernel';
import { Database, systemCtx } from '#platform';
import { factOfDispute, factOfRefund, Processor } from '#processor';
import type { FactHandler, Outcome, ProcessorFact, RefOf } from '#processor';
import { Injectable } from '@nestjs/common';
import { RefundFactHandler } from '../disbursement/refund-fact-handler.service.ts';
import { DisputeFactHandler } from './dispute-fact-handler.service.ts';

const CTX = systemCtx('processor.facts');
/** How often a row may move between our look and our lock before its own news is left to say it. */
const TRIES_MAX = 3;

/** Asks the processor what took money of a payment, and applies it as its news would have been. */
@Injectable()
export class WhatLeft {
  constructor(
    private readonly database: Database,
    private readonly processor: Processor,
    private readonly refunds: RefundFactHandler,
    private readonly disputes: DisputeFactHandler,
  ) {}

  /** Null when all is known now, otherwise why the processor did not say. */
  async learn(processorPaymentId: string): Promise<string | null> {
    const refunds = await this.processor.listRefunds(processorPaymentId);
    if (refunds.kind !== 'done') return whyOf(refunds);
    const disputes = await this.processor.listDisputes(processorPaymentId);
    if (disputes.kind !== 'done') return whyOf(disputes);
    for (const { id } of refunds.value) {
      const ref = { kind: 'refund', disbursementId: null, processorRefundId: id } as const;
      const ask = () => this.processor.getRefund(id);
      const why = await this.apply(this.refunds, ref, ask, factOfRefund);
      if (why) return why;
    }
    for (const { id } of disputes.value) {
      const ref = { kind: 'dispute', processorDisputeId: id } as const;
      const ask = () => this.processor.getDispute(id);
      const why = await this.apply(this.disputes, ref, ask, factOfDispute);
      if (why) return why;
    }
    return null;
  }

  private async apply<T, Fact extends ProcessorFact>(
    handler: FactHandler<Fact>,
    ref: RefOf<Fact>,
    ask: () => Promise<Outcome<T>>,
    toFact: (value: T, at: Instant) => Fact | undefined,
  ): Promise<string | null> {
    for (let tries = 1; tries <= TRIES_MAX; tries++) {
      const seen = await this.database.read(CTX, (tx) => handler.versionOf(tx, ref));
      const got = await ask();
      if (got.kind !== 'done') return whyOf(got);
      const applied = await this.database.write(CTX, async (tx) => {
        const fact = toFact(got.value, tx.now);
        return fact ? handler.apply(tx, fact, seen) : 'applied';
      });
      if (applied !== 'stale') return null;
    }
    return null;
  }
}

const whyOf = (o: Exclude<Outcome<unknown>, { kind: 'done' }>): string =>
  o.kind === 'refused' ? o.code : o.reason;
