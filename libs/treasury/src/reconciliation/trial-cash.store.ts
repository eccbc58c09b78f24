import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { PAYERS_CASH } from './payers-cash.queries.ts';

/** Money in payers' own names, added up by a pass over the books as it goes, as the accounts are. */
@Injectable()
export class TrialCash {
  /** Adds what this part of the pass has to what its parts before had. */
  async add(tx: Tx, asOf: string): Promise<void> {
    // Without parameters, so that each part is planned as its size wants it.
    const sums = await tx.query(PAYERS_CASH);
    await tx.query(
      `insert into trial_cash (as_of, currency, minor)
       select $1, s.* from jsonb_to_recordset($2::jsonb) as s (currency char(3), minor bigint)
       on conflict (as_of, currency) do update set minor = trial_cash.minor + excluded.minor`,
      [asOf, JSON.stringify(sums)],
    );
  }

  /** Those of other passes are of no use once this one has ended. */
  async keepOnly(tx: Tx, asOf: string): Promise<void> {
    await tx.query('delete from trial_cash where as_of <> $1', [asOf]);
  }
}
