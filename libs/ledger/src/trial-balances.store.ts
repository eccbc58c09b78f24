import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

// Of the ids that the transaction looks at. Every transfer and every account has one owner, so that
// both columns are of the same owners at the same moment, and no owner is added up twice in a pass.
const within = 'owner_id between app.oracle_first() and app.oracle_last()';
const moved = `phase in ('post', 'settle') and ${within}`;
const SUMS = `
  select account, currency, sum(transferred)::bigint as by_transfers, sum(held)::bigint as by_accounts
  from (select debit as account, currency, amount as transferred, null::bigint as held
        from ledger.transfer where ${moved}
        union all
        select credit, currency, -amount, null from ledger.transfer where ${moved}
        union all
        select kind, currency, null, held from ledger.account where kind <> 'treasury' and ${within}) a
  group by account, currency`;

/** Every account, added up by a pass over the books as it goes from part to part. */
@Injectable()
export class TrialBalances {
  /** Adds what this part of the pass has to what its parts before had. */
  async add(tx: Tx, asOf: string): Promise<void> {
    // Without parameters, so that each part is planned as its size wants it.
    const sums = await tx.query(SUMS);
    await tx.query(
      `insert into trial_balance (as_of, account, currency, by_transfers, by_accounts)
       select $1, s.* from jsonb_to_recordset($2::jsonb) as s
         (account text, currency char(3), by_transfers bigint, by_accounts bigint)
       on conflict (as_of, account, currency) do update set
         by_transfers = coalesce(trial_balance.by_transfers + excluded.by_transfers,
           trial_balance.by_transfers, excluded.by_transfers),
         by_accounts = coalesce(trial_balance.by_accounts + excluded.by_accounts,
           trial_balance.by_accounts, excluded.by_accounts)`,
      [asOf, JSON.stringify(sums)],
    );
  }

  /** Those of other passes are of no use once this one has ended. */
  async keepOnly(tx: Tx, asOf: string): Promise<void> {
    await tx.query('delete from trial_balance where as_of <> $1', [asOf]);
  }
}
