import { Injectable, Logger } from '@nestjs/common';
import { Database, systemCtx } from '#platform';

// The oracle reads all the books: seconds at a million transfers, so not at every scrape.
const EVERY_MS = 10 * 60_000;
// Every view of this name, so that a new one is watched from its first day.
const ORACLES = `
  select quote_ident(schemaname) as schema from pg_views where viewname = 'oracle' order by 1`;

/** Keeps the answer of the last look at the books. */
@Injectable()
export class OracleWatch {
  private readonly log = new Logger(OracleWatch.name);
  private lookedAt = -Infinity;
  private found = 0;

  constructor(private readonly database: Database) {}

  /** How many rows contradict the books; looked up again when the last answer is old. */
  async violations(): Promise<number> {
    if (performance.now() - this.lookedAt < EVERY_MS) return this.found;
    const rows = await this.database.read(systemCtx('oracle'), async (tx) => {
      const views = await tx.query<{ schema: string }>(ORACLES);
      if (views.length === 0) throw new Error('this database has no oracle');
      const all = views.map(({ schema }) => `select * from ${schema}.oracle`);
      return tx.query<{ check: string; offender: string }>(all.join(' union all '));
    });
    this.lookedAt = performance.now();
    this.found = rows.length;
    for (const r of rows.slice(0, 20)) this.log.error(`the books: ${r.check}: ${r.offender}`);
    return this.found;
  }
}
