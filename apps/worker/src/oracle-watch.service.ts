import { Injectable, Logger } from '@nestjs/common';
import { Database, OracleQueries, systemCtx } from '#platform';

// The oracle reads all the books: seconds at a million transfers, so not at every scrape.
const EVERY_MS = 10 * 60_000;

/** Keeps the answer of the last look at the books. */
@Injectable()
export class OracleWatch {
  private readonly log = new Logger(OracleWatch.name);
  private lookedAt = -Infinity;
  private found = 0;

  constructor(
    private readonly database: Database,
    private readonly oracles: OracleQueries,
  ) {}

  /** How many rows contradict the books; looked up again when the last answer is old. */
  async violations(): Promise<number> {
    if (performance.now() - this.lookedAt < EVERY_MS) return this.found;
    const rows = await this.database.read(systemCtx('oracle'), (tx) => this.oracles.violations(tx));
    this.lookedAt = performance.now();
    this.found = rows.length;
    for (const r of rows.slice(0, 20)) this.log.error(`the books: ${r.check}: ${r.offender}`);
    return this.found;
  }
}
