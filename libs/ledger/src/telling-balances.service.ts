import { Database, OracleQueries, systemCtx, type Swept, type SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { ToldBalances } from './told-balances.store.ts';

const CTX = systemCtx('balances.tell');

/** Tells everybody, once a day, what is owed and where it is: what the last pass over the books found. */
@Injectable()
export class TellingBalances implements Swept {
  constructor(
    private readonly database: Database,
    private readonly oracles: OracleQueries,
    private readonly told: ToldBalances,
  ) {}

  sweepParts(): SweepParts {
    return { 'public balances': () => this.sweep() };
  }

  /** Returns how many sums were told. */
  sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const last = await this.oracles.last(tx);
      return last ? this.told.tell(tx, last) : 0;
    });
  }
}
