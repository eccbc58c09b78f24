import { Database, systemCtx, type Swept, type SweepParts } from '#platform';
import { Processor } from '#processor';
import { Injectable, Logger } from '@nestjs/common';
import { ProcessorBalances } from './processor-balances.store.ts';

const CTX = systemCtx('treasury.balance');
const EVERY_MINUTES = 60;
/** A processor that does not answer holds up the sweep: it is not asked each time. */
const AGAIN_AFTER_MS = 10 * 60_000;

/** Asks the processor once an hour what lies there. */
@Injectable()
export class BalanceAsking implements Swept {
  private readonly log = new Logger(BalanceAsking.name);
  private unansweredAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly processor: Processor,
    private readonly balances: ProcessorBalances,
  ) {}

  sweepParts(): SweepParts {
    return { 'processor balance': () => this.sweep() };
  }

  /** Returns how many currencies it told of. No answer is no failure: the page shows how old the last is. */
  async sweep(): Promise<number> {
    if (performance.now() - this.unansweredAt < AGAIN_AFTER_MS) return 0;
    const isDue = await this.database.read(CTX, (tx) =>
      this.balances.isOlderThan(tx, EVERY_MINUTES),
    );
    if (!isDue) return 0;
    const answer = await this.processor.getBalance();
    if (answer.kind !== 'done') {
      this.unansweredAt = performance.now();
      this.log.warn(
        `the balance is not known: ${answer.kind === 'refused' ? answer.code : answer.reason}`,
      );
      return 0;
    }
    await this.database.write(CTX, (tx) => this.balances.add(tx, answer.value));
    return answer.value.length;
  }
}
