import { Database, systemCtx, type Swept, type SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { DayBalances } from './day-balances.store.ts';

const CTX = systemCtx('books.close');
/** In one sweep; books that are older than their closings catch up in the next. */
const DAYS_MAX = 31;

/** Closes each day of the books, in UTC, an hour after it ended. */
@Injectable()
export class ClosingDays implements Swept {
  constructor(
    private readonly database: Database,
    private readonly days: DayBalances,
  ) {}

  sweepParts(): SweepParts {
    return { 'closings of days': () => this.sweep() };
  }

  /** Returns how many days were closed, each in a transaction of its own. */
  async sweep(): Promise<number> {
    for (let closed = 0; closed < DAYS_MAX; closed++) {
      const day = await this.database.write(CTX, (tx) => this.days.closeNext(tx));
      if (!day) return closed;
    }
    return DAYS_MAX;
  }
}
