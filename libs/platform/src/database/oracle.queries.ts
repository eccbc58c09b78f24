import { Injectable } from '@nestjs/common';
import type { Tx } from './context.ts';

/** A row that contradicts the books. */
export interface Violation {
  readonly check: string;
  readonly offender: string;
}

// Every view of this name, so that a new one is asked from its first day.
const ORACLES = `
  select quote_ident(schemaname) as schema from pg_views where viewname = 'oracle' order by 1`;

/** Asks every oracle of the database. Reads all the books. */
@Injectable()
export class OracleQueries {
  async violations(tx: Tx): Promise<Violation[]> {
    const views = await tx.query<{ schema: string }>(ORACLES);
    if (views.length === 0) throw new Error('this database has no oracle');
    const all = views.map(({ schema }) => `select * from ${schema}.oracle`);
    return tx.query<Violation>(all.join(' union all '));
  }
}
